#pragma once

#include "words/result_picture.hpp"

#include <string>

namespace crossroads {

/// The picture as a PNG, 1,600 pixels wide, on a white ground of its own so that it reads the same in light
/// and dark surroundings. Text and shapes say everything; colour only repeats it. Takes some 20 ms. Throws
/// std::runtime_error when there is no font or no memory. Safe to call from any thread, one at a time.
std::string draw_picture(result_picture const& shown);

}  // namespace crossroads
