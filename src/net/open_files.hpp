#pragma once

#include <cstddef>

namespace crossroads {

/// Raises the limit of open files and sockets as far as the process itself may, and gives it. Debian's usual
/// 1024 would run out long before connections are refused for their number.
std::size_t raise_open_file_limit();

}  // namespace crossroads
