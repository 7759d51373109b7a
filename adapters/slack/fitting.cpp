#include "slack/fitting.hpp"

#include "slack/elements.hpp"
#include "channel/text_length.hpp"
#include "words/catalogue.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace crossroads::slack {
namespace {

json notice(language in)
{
    return context(words_in(in).phrases.shortened.text());
}

std::size_t characters_of(json const& block)
{
    return text_length(write_json(block)) + 1;  // with the comma
}

void shorten(prose& text, std::size_t longest)
{
    for (auto& piece : text)
        if (piece.how != span::style::person)
            piece.text = shortened(piece.text, longest);
}

}  // namespace

void block_list::add(json block, importance how)
{
    auto const characters = characters_of(block);
    characters_ += characters;
    entries_.push_back({std::move(block), characters, how});
}

bool block_list::fits(budget limit) const
{
    return entries_.size() <= limit.blocks && characters_ + 1 <= limit.characters;
}

bool block_list::fits_with_notice(budget limit) const
{
    return entries_.size() + 1 <= limit.blocks &&
           characters_ + 1 + characters_of(notice(in_)) <= limit.characters;
}

void block_list::leave_out_until_it_fits(budget limit)
{
    for (auto const least : {importance::note, importance::text, importance::control}) {
        for (auto at = entries_.size(); at-- > 0 && !fits_with_notice(limit);) {
            if (entries_[at].how != least)
                continue;
            characters_ -= entries_[at].characters;
            entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
}

json block_list::take()
{
    auto blocks = json::array();
    for (auto& one : entries_)
        blocks.push_back(std::move(one.block));
    return blocks;
}

json block_list::take_with_notice()
{
    auto blocks = take();
    blocks.push_back(notice(in_));
    return blocks;
}

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

}  // namespace crossroads::slack
