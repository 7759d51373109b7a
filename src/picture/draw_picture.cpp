#include "picture/draw_picture.hpp"

#include "picture/canvas.hpp"
#include "words/catalogue.hpp"
#include "words/spoken.hpp"

#include <algorithm>
#include <cstddef>

namespace crossroads {

namespace {

constexpr colour paper{1, 1, 1};
constexpr colour ink{0.11, 0.13, 0.16};
constexpr colour faint_ink{0.35, 0.38, 0.42};
constexpr colour line_ink{0.80, 0.82, 0.84};
constexpr colour strong_fill{0.05, 0.37, 0.58};  // dark on white also in grey

constexpr double sheet_width = 800;
constexpr double margin = 32;
constexpr double names_width = 240;
constexpr double marks_at = margin + names_width + 12;
constexpr double words_at = 560;
constexpr double words_width = sheet_width - margin - words_at;
constexpr double row_height = 30;
constexpr double line_height = 24;
constexpr double box = 18;
constexpr double text_size = 15;

/// Draws from the top down.
class page {
public:
    page(canvas& sheet, result_picture const& shown) : sheet_(sheet), shown_(shown) {}

    void draw()
    {
        head();
        fits();
        areas();
        agreements();
    }

private:
    void head();
    void fits();
    void areas();
    void agreements();
    void part(std::string_view name, std::string_view legend);
    void row(std::string_view name, std::string_view words, canvas::weight strength);
    void condition_box(std::size_t place, criterion_state state);
    void filled_box(std::size_t place, bool filled);

    rectangle box_at(std::size_t place) const
    {
        return {marks_at + static_cast<double>(place) * (box + 5), top_, box, box};
    }

    canvas& sheet_;
    result_picture const& shown_;
    double top_ = margin;
};

void page::head()
{
    auto const width = sheet_width - 2 * margin;
    sheet_.write(shown_.recommendation, margin, top_, 24, ink, width, canvas::weight::bold);
    top_ += 36;
    if (!shown_.product.empty()) {
        sheet_.write(shown_.product, margin, top_, text_size + 1, ink, width);
        top_ += line_height;
    }
    sheet_.write(shown_.standing, margin, top_, text_size, faint_ink, width);
    top_ += 34;
}

void page::part(std::string_view name, std::string_view legend)
{
    sheet_.fill({margin, top_, sheet_width - 2 * margin, 1}, line_ink);
    top_ += 14;
    auto const taken =
        sheet_.write(name, margin, top_, text_size + 1, ink, names_width * 1.5, canvas::weight::bold);
    auto const legend_at = margin + taken + 16;
    sheet_.write(legend, legend_at, top_ + 2, text_size - 2, faint_ink, sheet_width - margin - legend_at);
    top_ += row_height;
}

void page::row(std::string_view name, std::string_view words, canvas::weight strength)
{
    sheet_.write(name, margin, top_, text_size, ink, names_width, strength);
    sheet_.write(words, words_at, top_, text_size, ink, words_width, strength);
}

void page::condition_box(std::size_t place, criterion_state state)
{
    auto const area = box_at(place);
    switch (state) {
    case criterion_state::met: sheet_.fill(area, strong_fill); break;
    case criterion_state::partly:
        sheet_.fill({area.x, area.y + area.height / 2, area.width, area.height / 2}, strong_fill);
        break;
    case criterion_state::not_met: break;
    case criterion_state::unknown:
        sheet_.dash_outline(area, faint_ink);
        sheet_.write("?", area.x + 5, area.y, text_size - 2, ink, box);
        return;
    }
    sheet_.outline(area, strong_fill);
}

void page::fits()
{
    auto const& words = words_in(shown_.in).picture;
    part(words.fits_head, words.fits_legend);
    for (auto const& one : shown_.fits) {
        auto const strength = one.recommended ? canvas::weight::bold : canvas::weight::normal;
        row((one.recommended ? "▶ " : "") + one.path, in_words(one, shown_.in), strength);
        for (std::size_t place = 0; place < one.conditions.size(); ++place)
            condition_box(place, one.conditions[place]);
        top_ += row_height;
    }
    top_ += 8;
}

void page::filled_box(std::size_t place, bool filled)
{
    if (filled)
        sheet_.fill(box_at(place), strong_fill);
    sheet_.outline(box_at(place), strong_fill);
}

std::size_t steps_of(grade graded)
{
    switch (graded) {
    case grade::sound: return 3;
    case grade::weak: return 2;
    case grade::failing: return 1;
    case grade::unknown: return 0;
    }
    return 0;
}

void page::areas()
{
    auto const& words = words_in(shown_.in).picture;
    part(words.areas_head, words.areas_legend);
    for (auto const& one : shown_.areas) {
        row(one.name, in_words(one.graded, shown_.in), canvas::weight::normal);
        for (std::size_t place = 0; place < 3; ++place)
            if (one.graded == grade::unknown)
                condition_box(place, criterion_state::unknown);
            else
                filled_box(place, place < steps_of(one.graded));
        top_ += row_height;
    }
    top_ += 8;
}

void page::agreements()
{
    auto const& words = words_in(shown_.in).picture;
    part(words.agreements_head, words.agreements_legend);
    for (auto const& one : shown_.agreements) {
        row(one.section, in_words(one, shown_.in), canvas::weight::normal);
        for (std::size_t place = 0; place < one.compared; ++place)
            filled_box(place, place < one.agreed);
        top_ += row_height;
    }
}

double height_of(result_picture const& shown)
{
    auto const rows = shown.fits.size() + shown.areas.size() + shown.agreements.size();
    auto const product = shown.product.empty() ? 0 : line_height;
    return 2 * margin + 70 + product + 3 * (14 + row_height) + 16 + static_cast<double>(rows) * row_height;
}

}  // namespace

std::string draw_picture(result_picture const& shown)
{
    auto const height = height_of(shown);
    canvas sheet(sheet_width, height);
    sheet.fill({0, 0, sheet_width, height}, paper);
    sheet.outline({0.75, 0.75, sheet_width - 1.5, height - 1.5}, line_ink);
    page(sheet, shown).draw();
    return sheet.as_png();
}

}  // namespace crossroads
