#include "picture/png.hpp"

#include <new>
#include <stdexcept>

namespace crossroads {
namespace {

cairo_status_t keep(void* into, unsigned char const* bytes, unsigned int length)
{
    try {
        static_cast<std::string*>(into)->append(reinterpret_cast<char const*>(bytes), length);
        return CAIRO_STATUS_SUCCESS;
    } catch (std::bad_alloc const&) {
        return CAIRO_STATUS_NO_MEMORY;
    }
}

}  // namespace

void check_drawing(cairo_status_t status)
{
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(
            std::string("the picture could not be drawn: ") + cairo_status_to_string(status));
}

std::string png_of(cairo_surface_t* surface)
{
    std::string png;
    check_drawing(cairo_surface_write_to_png_stream(surface, keep, &png));
    return png;
}

}  // namespace crossroads
