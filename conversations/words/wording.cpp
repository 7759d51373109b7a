#include "words/wording.hpp"

#include <algorithm>

namespace crossroads {

namespace {

void add(prose& text, span piece)
{
    if (piece.text.empty())
        return;
    bool const joins = !text.empty() && text.back().how == piece.how && piece.how != span::style::person &&
                       piece.how != span::style::moment && piece.how != span::style::link;
    if (joins)
        text.back().text += piece.text;
    else
        text.push_back(std::move(piece));
}

}  // namespace

prose prose_of(std::string_view said, std::initializer_list<filling> values)
{
    prose text;
    auto style = span::style::plain;
    while (!said.empty()) {
        auto const end = std::min(said.find_first_of("{*`"), said.size());
        add(text, {std::string{said.substr(0, end)}, style});
        said.remove_prefix(end);
        if (said.empty())
            break;
        if (said.front() == '{') {
            auto const close = said.find('}');
            auto const found = std::ranges::find(values, said.substr(1, close - 1), &filling::place);
            if (found != values.end())
                for (auto const& piece : found->text)
                    add(text, piece.how == span::style::plain ? span{piece.text, style} : piece);
            said.remove_prefix(close + 1);
            continue;
        }
        auto const wanted = said.front() == '*' ? span::style::strong : span::style::code;
        style = style == wanted ? span::style::plain : wanted;
        said.remove_prefix(1);
    }
    return text;
}

std::string text_of(std::string_view said, std::initializer_list<filling> values)
{
    std::string text;
    for (auto const& piece : prose_of(said, values))
        text += piece.text;
    return text;
}

std::string count_of(counted_wording const& said, std::size_t count)
{
    return text_of(said.of(count), {{"count", count}});
}

}  // namespace crossroads
