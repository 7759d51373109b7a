#pragma once

#include <cstddef>
#include <string>

namespace crossroads {

/// `bytes` random bytes from the system's generator, as lower-case hex. Throws if there are none to be had.
std::string random_hex(std::size_t bytes);

}  // namespace crossroads
