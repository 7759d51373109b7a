#include "teams/app_icons.hpp"

#include "picture/png.hpp"

#include <memory>

namespace crossroads::teams {
namespace {

struct drops {
    void operator()(cairo_surface_t* one) const { cairo_surface_destroy(one); }

    void operator()(cairo_t* one) const { cairo_destroy(one); }
};

/// Three roads from one, in a square of the side 1.
void draw_roads(cairo_t* pen)
{
    cairo_set_source_rgb(pen, 1, 1, 1);
    cairo_set_line_cap(pen, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(pen, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_width(pen, 0.09);
    cairo_move_to(pen, 0.5, 0.86);
    cairo_line_to(pen, 0.5, 0.16);
    for (double const side : {-1.0, 1.0}) {
        cairo_move_to(pen, 0.5, 0.7);
        cairo_curve_to(pen, 0.5, 0.5, 0.5 + side * 0.3, 0.56, 0.5 + side * 0.3, 0.3);
    }
    cairo_stroke(pen);
    for (double const x : {0.2, 0.5, 0.8}) {
        double const tip = x == 0.5 ? 0.14 : 0.28;
        cairo_move_to(pen, x - 0.1, tip + 0.11);
        cairo_line_to(pen, x, tip);
        cairo_line_to(pen, x + 0.1, tip + 0.11);
    }
    cairo_stroke(pen);
}

template <class Background>
std::string icon(int side, Background background)
{
    std::unique_ptr<cairo_surface_t, drops> const surface{
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, side, side)};
    std::unique_ptr<cairo_t, drops> const pen{cairo_create(surface.get())};
    cairo_scale(pen.get(), side, side);
    background(pen.get());
    draw_roads(pen.get());
    check_drawing(cairo_status(pen.get()));
    return png_of(surface.get());
}

}  // namespace

std::string colour_icon()
{
    return icon(192, [](cairo_t* pen) {
        cairo_set_source_rgb(pen, 0x2F / 255.0, 0x5D / 255.0, 0x8A / 255.0);
        cairo_paint(pen);
        cairo_translate(pen, 0.12, 0.12);
        cairo_scale(pen, 0.76, 0.76);
    });
}

std::string outline_icon()
{
    return icon(32, [](cairo_t*) {});
}

}  // namespace crossroads::teams
