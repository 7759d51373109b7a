#pragma once

#include <string>

namespace crossroads::testing {

/// The text of a file of the acceptance material, which is not part of the project: in the folder that
/// CROSSROADS_SHARED names, else in `shared` beside the project. Empty if it is not there; skip then.
std::string shared_file(std::string const& name);

}  // namespace crossroads::testing
