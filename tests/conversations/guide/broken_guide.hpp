#pragma once

#include "guide/load.hpp"

#include <gtest/gtest.h>

#include <iosfwd>
#include <string>
#include <vector>

namespace crossroads {

std::ostream& operator<<(std::ostream& out, guide_defect const& defect);

}  // namespace crossroads

namespace crossroads::testing {

/// The project's guide with one thing made wrong by a JSON patch, and what the loader says of it.
struct broken_guide {
    char const* name;
    char const* patch;
    char const* where;
    char const* what;
};

std::ostream& operator<<(std::ostream& out, broken_guide const& broken);

/// What load_guide() says of the project's guide after a JSON patch; nothing if it loads.
std::vector<guide_defect> defects_after(std::string const& patch);

std::string broken_guide_name(::testing::TestParamInfo<broken_guide> const& info);

/// Fails unless the one defect is the expected one.
void expect_its_defect(broken_guide const& broken);

}  // namespace crossroads::testing
