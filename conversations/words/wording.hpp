#pragma once

#include "words/card.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace crossroads {

/// Whether a text may stand in the catalogue: it says something, within `longest` characters (a place to fill
/// counts as one); places are {lower_case} and closed, as are *strong* and `code`; no exclamation mark, no
/// emoji.
constexpr bool is_wording(std::string_view text, std::size_t longest)
{
    std::size_t characters = 0;
    bool in_place = false;
    bool in_strong = false;
    bool in_code = false;
    char before = '\0';
    for (char const byte : text) {
        auto const value = static_cast<unsigned char>(byte);
        if (byte == '!' || value >= 0xF0U)
            return false;
        if (in_place && byte != '}') {
            if ((byte < 'a' || byte > 'z') && byte != '_')
                return false;
        } else if (byte == '{') {
            in_place = true;
        } else if (byte == '}') {
            if (!in_place || before == '{')
                return false;
            in_place = false;
            ++characters;
        } else if (byte == '*' && !in_code) {
            in_strong = !in_strong;
        } else if (byte == '`') {
            in_code = !in_code;
        } else if ((value & 0xC0U) != 0x80U) {
            ++characters;
        }
        before = byte;
    }
    return characters > 0 && characters <= longest && !in_place && !in_strong && !in_code;
}

/// A sentence of the catalogue: "The assessment of *{product}* is paused already." What is in braces is
/// filled in; *…* is strong, `…` is code. There is none without a text, so that a catalogue that leaves one
/// out does not compile.
template <std::size_t Longest>
class wording_up_to {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): a catalogue is a list of texts
    consteval wording_up_to(char const* text) : text_(text)
    {
        if (!is_wording(text_, Longest))
            throw "not fit for the catalogue; is_wording() says what is";
    }

    // NOLINTNEXTLINE(google-explicit-constructor): a wording without places is read as it stands
    constexpr operator std::string_view() const { return text_; }

    std::string text() const { return std::string{text_}; }

private:
    std::string_view text_;
};

using wording = wording_up_to<500>;
using button_wording = wording_up_to<75>;  // Slack's limit for a button
using window_wording = wording_up_to<24>;  // Slack's limit for a form's title and its buttons
using hint_wording = wording_up_to<150>;   // what a form shows below an input without cutting it

/// What is said of one and of any other number.
struct counted_wording {
    wording one;
    wording other;

    std::string_view of(std::size_t count) const { return count == 1 ? one : other; }
};

/// What goes into one place of a wording.
struct filling {
    std::string_view place;
    prose text;

    filling(std::string_view into, std::string said) : place(into), text{plain(std::move(said))} {}

    filling(std::string_view into, std::string_view said) : filling(into, std::string{said}) {}

    filling(std::string_view into, char const* said) : filling(into, std::string{said}) {}

    filling(std::string_view into, std::size_t number) : filling(into, std::to_string(number)) {}

    filling(std::string_view into, span said) : place(into), text{std::move(said)} {}

    filling(std::string_view into, prose said) : place(into), text(std::move(said)) {}
};

/// A wording filled in, with its styles. Plain text takes on the style around its place.
prose prose_of(std::string_view said, std::initializer_list<filling> values = {});

/// The same as a text without styles. Not for wordings with people or moments in them.
std::string text_of(std::string_view said, std::initializer_list<filling> values = {});

/// What is counted, with the number in the place {count}.
std::string count_of(counted_wording const& said, std::size_t count);

}  // namespace crossroads
