#include "picture/canvas.hpp"

#include "picture/png.hpp"

#include <array>

namespace crossroads {

namespace {

constexpr double pixels_for_a_point = 2;

}  // namespace

#ifdef __SANITIZE_THREAD__
// Pango reads fonts on a thread of its own. Neither library is built with the sanitizer, so that it cannot
// see how they wait for each other. NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
extern "C" char const* __tsan_default_suppressions();

extern "C" char const* __tsan_default_suppressions()
{
    return "race:libfontconfig\n"
           "race:libpango\n"
           "race:libglib\n";
}

// NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
#endif

#ifdef __SANITIZE_ADDRESS__
// Fontconfig keeps what it has read about fonts until the process ends, and does not give it back on purpose.
// NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
extern "C" char const* __lsan_default_suppressions();
extern "C" char const* __lsan_default_options();

extern "C" char const* __lsan_default_suppressions()
{
    return "leak:libfontconfig\n";
}

extern "C" char const* __lsan_default_options()
{
    return "print_suppressions=0";
}

// NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
#endif

canvas::canvas(double width, double height)
    : surface_(cairo_image_surface_create(
          CAIRO_FORMAT_RGB24, static_cast<int>(width * pixels_for_a_point),
          static_cast<int>(height * pixels_for_a_point))),
      pen_(cairo_create(surface_.get())),
      layout_(pango_cairo_create_layout(pen_.get()))
{
    check_drawing(cairo_status(pen_.get()));
    cairo_scale(pen_.get(), pixels_for_a_point, pixels_for_a_point);
    cairo_set_line_width(pen_.get(), 1.5);
}

double canvas::write(
    std::string_view text, double x, double y, double size, colour ink, double width, weight strength)
{
    std::unique_ptr<PangoFontDescription, releases<pango_font_description_free>> const font{
        pango_font_description_from_string("DejaVu Sans, Sans")};
    pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
    pango_font_description_set_weight(
        font.get(), strength == weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout_.get(), font.get());
    pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);
    pango_layout_set_ellipsize(layout_.get(), PANGO_ELLIPSIZE_END);
    pango_layout_set_width(layout_.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    cairo_set_source_rgb(pen_.get(), ink.red, ink.green, ink.blue);
    cairo_move_to(pen_.get(), x, y);
    pango_cairo_update_layout(pen_.get(), layout_.get());
    pango_cairo_show_layout(pen_.get(), layout_.get());
    int taken = 0;
    pango_layout_get_pixel_size(layout_.get(), &taken, nullptr);
    return taken;
}

void canvas::trace(rectangle const& area, colour ink)
{
    cairo_set_source_rgb(pen_.get(), ink.red, ink.green, ink.blue);
    cairo_rectangle(pen_.get(), area.x, area.y, area.width, area.height);
}

void canvas::fill(rectangle const& area, colour ink)
{
    trace(area, ink);
    cairo_fill(pen_.get());
}

void canvas::outline(rectangle const& area, colour ink)
{
    trace(area, ink);
    cairo_stroke(pen_.get());
}

void canvas::dash_outline(rectangle const& area, colour ink)
{
    constexpr std::array dashes{3.0, 3.0};
    cairo_set_dash(pen_.get(), dashes.data(), dashes.size(), 0);
    outline(area, ink);
    cairo_set_dash(pen_.get(), nullptr, 0, 0);
}

std::string canvas::as_png()
{
    check_drawing(cairo_status(pen_.get()));
    return png_of(surface_.get());
}

}  // namespace crossroads
