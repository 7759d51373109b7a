#include "channel/short_pieces.hpp"

#include "channel/text_length.hpp"

#include <algorithm>
#include <variant>

namespace crossroads {
namespace {

void shorten(prose& text, std::size_t longest)
{
    for (auto& piece : text)
        if (piece.how != span::style::person)
            piece.text = shortened(piece.text, longest);
}

}  // namespace

card with_short_pieces(card content, std::size_t longest)
{
    for (auto& one : content.blocks) {
        if (auto* text = std::get_if<paragraph>(&one))
            shorten(text->text, longest);
        else if (auto* small = std::get_if<note>(&one))
            shorten(small->text, longest);
        else if (auto* list = std::get_if<bullets>(&one))
            std::ranges::for_each(list->items, [&](prose& item) { shorten(item, longest); });
        else if (auto* title = std::get_if<heading>(&one))
            title->text = shortened(title->text, longest);
    }
    return content;
}

}  // namespace crossroads
