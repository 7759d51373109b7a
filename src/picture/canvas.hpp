#pragma once

#include <pango/pangocairo.h>

#include <cairo.h>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace crossroads {

struct colour {
    double red = 0;
    double green = 0;
    double blue = 0;
};

struct rectangle {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

/// A sheet to draw on. Lengths are in points of the sheet; two pixels each, for sharp screens.
class canvas {
public:
    canvas(double width, double height);

    enum class weight { normal, bold };

    /// Text of one line from its upper left corner, cut with "…" at the width. Gives the width it took.
    double write(
        std::string_view text, double x, double y, double size, colour ink, double width,
        weight strength = weight::normal);

    void fill(rectangle const& area, colour ink);
    void outline(rectangle const& area, colour ink);
    void dash_outline(rectangle const& area, colour ink);

    std::string as_png();

private:
    template <auto release>
    struct releases {
        template <class Resource>
        void operator()(Resource* one) const
        {
            release(one);
        }
    };

    struct drops_object {
        void operator()(PangoLayout* one) const { g_object_unref(one); }
    };

    void trace(rectangle const& area, colour ink);

    std::unique_ptr<cairo_surface_t, releases<cairo_surface_destroy>> surface_;
    std::unique_ptr<cairo_t, releases<cairo_destroy>> pen_;
    std::unique_ptr<PangoLayout, drops_object> layout_;
};

}  // namespace crossroads
