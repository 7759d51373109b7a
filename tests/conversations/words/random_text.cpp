#include "conversations/words/random_text.hpp"

#include <array>
#include <string_view>

namespace crossroads {
namespace {

using namespace std::string_view_literals;

constexpr std::array pieces = {
    "plain words "sv,
    "a sentence. "sv,
    "\n"sv,
    "\r\n"sv,
    "  "sv,
    "<!channel>"sv,
    "<!here|x>"sv,
    "<@U0ANA>"sv,
    "<https://evil.example|bank>"sv,
    "&amp;"sv,
    "&"sv,
    "<"sv,
    ">"sv,
    "\n> quoted "sv,
    "*bold*"sv,
    "_it_ "sv,
    "~gone~"sv,
    "`code`"sv,
    "```\nblock\n```"sv,
    "snake_case "sv,
    "2 * 3 "sv,
    ":smile:"sv,
    "\xC3\xA9t\xC3\xA9 "sv,
    "\xE6\xBC\xA2\xE5\xAD\x97"sv,
    "\xF0\x9F\x99\x82"sv,
    "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB"sv,
    "\xE2\x80\xAE"sv,
    "\xFF"sv,
    "\xC3"sv,
    "\xED\xA0\x80"sv,
    "\0"sv,
    "\x1B[31m"sv,
    "\"quoted\\\""sv,
    "unbrokenunbrokenunbrokenunbrokenunbrokenunbrokenunbrokenunbrokenunbroken"sv,
    "</script>"sv,
    "@channel "sv,
    "#"sv,
};

}  // namespace

std::size_t random_words::below(std::size_t limit)
{
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(engine_);
}

std::string random_words::text(std::size_t most_pieces)
{
    std::string text;
    auto const count = one_in(10) ? below(most_pieces * 10 + 1) : below(most_pieces + 1);
    for (std::size_t at = 0; at < count; ++at)
        text += pieces[below(pieces.size())];
    return text;
}

prose random_words::styled()
{
    using style = span::style;
    constexpr std::array styles = {style::plain, style::plain,  style::strong, style::emphasis,
                                   style::code,  style::person, style::link};
    prose spans;
    for (auto left = below(6); left > 0; --left) {
        auto const how = styles[below(styles.size())];
        spans.push_back({how == style::person && !one_in(3) ? "U0ANA" : text(40), how});
    }
    return spans;
}

choice_list random_words::choices()
{
    choice_list list;
    list.token = one_in(20) ? text(20) : "tok-" + std::to_string(below(5));
    list.label = text(5);
    list.many = one_in(2);
    auto const count = one_in(10) ? below(300) : below(12);
    for (std::size_t at = 0; at < count; ++at) {
        list.choices.push_back({one_in(20) ? text(10) : "id-" + std::to_string(at), text(6)});
        if (one_in(4))
            list.chosen.push_back(list.choices.back().id);
    }
    return list;
}

button_row random_words::buttons()
{
    button_row row;
    auto const count = one_in(10) ? below(60) : below(5);
    for (std::size_t at = 0; at < count; ++at)
        row.buttons.push_back(
            {one_in(10) ? text(3) : "answer", one_in(10) ? text(60) : "tok", text(4),
             one_in(2) ? button::look::primary : button::look::danger, text(4)});
    return row;
}

block random_words::any_block()
{
    switch (below(8)) {
    case 0: return heading{text(8)};
    case 1: return note{styled()};
    case 2: return divider{};
    case 3: return choices();
    case 4: return buttons();
    case 5: {
        bullets list;
        list.numbered = one_in(2);
        for (auto left = below(12); left > 0; --left)
            list.items.push_back(styled());
        return list;
    }
    default: return paragraph{styled()};
    }
}

card random_words::any_card()
{
    card made;
    made.summary = text(30);
    auto const count = one_in(10) ? below(200) : below(12);
    for (std::size_t at = 0; at < count; ++at)
        made.blocks.push_back(any_block());
    return made;
}

form random_words::any_form()
{
    form made;
    made.title = text(4);
    made.token = "form-" + std::to_string(below(100));
    made.submit = text(2);
    made.close = text(2);
    auto const count = one_in(10) ? below(200) : below(8);
    for (std::size_t at = 0; at < count; ++at) {
        switch (below(5)) {
        case 0: made.items.emplace_back(paragraph{styled()}); break;
        case 1: made.items.emplace_back(note{styled()}); break;
        case 2: made.items.emplace_back(buttons()); break;
        case 3: made.items.emplace_back(choice_input{choices(), text(10), one_in(2)}); break;
        default:
            made.items.emplace_back(text_input{
                "tok-" + std::to_string(below(3)), text(10), text(10), text(50), below(5000), one_in(2),
                one_in(2)});
        }
    }
    return made;
}

}  // namespace crossroads
