#include "teams/card_body.hpp"

#include "words/catalogue.hpp"

#include <utility>

namespace crossroads::teams {
namespace {

json notice(language in)
{
    return {
        {"type", "TextBlock"},
        {"text", words_in(in).phrases.shortened.text()},
        {"wrap", true},
        {"isSubtle", true},
        {"size", "Small"}};
}

std::size_t bytes_of(json const& element)
{
    return write_json(element).size() + 1;  // with the comma
}

}  // namespace

void card_body::add(json element, importance how)
{
    if (std::exchange(separate_, false))
        element["separator"] = true;
    auto const bytes = bytes_of(element);
    bytes_ += bytes;
    entries_.push_back({std::move(element), bytes, how});
}

void card_body::leave_out_until_it_fits(std::size_t limit, language in)
{
    if (fits(limit))
        return;
    auto said = notice(in);
    auto const room = limit - bytes_of(said);
    for (auto const least : {importance::note, importance::text, importance::control})
        for (auto at = entries_.size(); at-- > 0 && !fits(room);) {
            if (entries_[at].how != least)
                continue;
            bytes_ -= entries_[at].bytes;
            entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(at));
        }
    add(std::move(said), importance::control);
}

json card_body::take()
{
    auto elements = json::array();
    for (auto& one : entries_)
        elements.push_back(std::move(one.element));
    return elements;
}

}  // namespace crossroads::teams
