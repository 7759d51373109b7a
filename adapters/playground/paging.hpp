#pragma once

#include "playground/api_method.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace crossroads::playground {

/// The stretch of a list that `cursor` and `limit` ask for.
struct page_range {
    std::size_t first = 0;
    std::size_t last = 0;
    std::string next_cursor;  // empty: nothing follows
};

/// Where new items appear in a list, so that a cursor stays right while it grows.
enum class grows { at_the_end, at_the_start };

/// None if the cursor is not one of ours. `limit` is clipped to 1..1000; `otherwise` stands in for none.
std::optional<page_range>
read_page(api_call const& call, std::size_t size, std::size_t otherwise, grows where = grows::at_the_end);

}  // namespace crossroads::playground
