#include "slack/fitting.hpp"

#include "channel/text_length.hpp"
#include "slack/elements.hpp"
#include "words/catalogue.hpp"

#include <utility>

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

}  // namespace crossroads::slack
