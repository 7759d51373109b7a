#pragma once

#include <cairo.h>
#include <string>

namespace crossroads {

/// Throws std::runtime_error when drawing went wrong.
void check_drawing(cairo_status_t status);

/// The bytes of a PNG file. Throws std::runtime_error when there is no memory for it.
std::string png_of(cairo_surface_t* surface);

}  // namespace crossroads
