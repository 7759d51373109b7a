#pragma once

#include <cstddef>

namespace crossroads {

/// "0", end of line, end of line. Beast 1.81 must not be shown less of a chunked body that begins with its
/// last chunk: asked again with one byte more, it aborts the program (an assertion in
/// basic_parser::parse_chunk_header).
inline constexpr std::size_t shortest_chunked_body = 5;

}  // namespace crossroads
