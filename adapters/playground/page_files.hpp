#pragma once

#include <string_view>
#include <vector>

namespace crossroads::playground {

struct embedded_file {
    std::string_view name;
    std::string_view content;
};

/// What lies in page/, put into the program when it was built.
std::vector<embedded_file> const& page_files();

}  // namespace crossroads::playground
