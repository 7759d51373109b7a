#pragma once

#include "playground/block_validation.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads::playground {

/// Collects defects up to a number; the rest is dropped.
class defects {
public:
    explicit defects(std::size_t most) : most_(most) {}

    void add(std::string message, std::string pointer)
    {
        if (all_.size() < most_)
            all_.push_back({std::move(message), std::move(pointer)});
    }

    bool empty() const { return all_.empty(); }

    std::vector<block_defect> all() && { return std::move(all_); }

private:
    std::size_t most_;
    std::vector<block_defect> all_;
};

// What a table of fields cannot say: fields that need or exclude one another, initial choices that must be
// among the options, ids that must be unique. All expect a value whose shape was found good.
void check_rules_of(json const& object, std::string_view shape_name, std::string const& at, defects& found);
void check_rules_of_message(json const& blocks, defects& found);
void check_rules_of_modal(json const& view, defects& found);

bool is_absolute_url(std::string_view url);

}  // namespace crossroads::playground
