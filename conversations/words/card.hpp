#pragma once

#include "words/language.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace crossroads {

/// A run of text. All of it is plain: adapters escape it, nothing in it is ever markup.
struct span {
    enum class style { plain, strong, emphasis, code, person, moment, link };  // person: text is a user id

    // moment: text is a time in unix seconds, shown in the reader's own time zone
    // link: text is an https or a mail address, and leads there

    std::string text;
    style how = style::plain;

    friend bool operator==(span const&, span const&) = default;
};

using prose = std::vector<span>;

inline span plain(std::string text)
{
    return {std::move(text), span::style::plain};
}

inline span strong(std::string text)
{
    return {std::move(text), span::style::strong};
}

inline span emphasis(std::string text)
{
    return {std::move(text), span::style::emphasis};
}

inline span code(std::string text)
{
    return {std::move(text), span::style::code};
}

inline span person(std::string user)
{
    return {std::move(user), span::style::person};
}

inline span moment(std::int64_t unix_time)
{
    return {std::to_string(unix_time), span::style::moment};
}

inline span link(std::string address)
{
    return {std::move(address), span::style::link};
}

struct heading {
    std::string text;

    friend bool operator==(heading const&, heading const&) = default;
};

struct paragraph {
    prose text;

    friend bool operator==(paragraph const&, paragraph const&) = default;
};

struct bullets {
    std::vector<prose> items;
    bool numbered = false;

    friend bool operator==(bullets const&, bullets const&) = default;
};

/// Small print below what it belongs to.
struct note {
    prose text;

    friend bool operator==(note const&, note const&) = default;
};

struct divider {
    friend bool operator==(divider const&, divider const&) = default;
};

struct choice {
    std::string id;
    std::string label;

    friend bool operator==(choice const&, choice const&) = default;
};

/// Radio buttons (one) or checkboxes (many), answered in the card itself. A tap on a radio button is
/// an answer at once; checkboxes wait for a `save` button with the same token.
struct choice_list {
    std::string token;
    std::string label;  // for screen readers, and the input's label in a form
    bool many = false;
    std::vector<choice> choices;
    std::vector<std::string> chosen;

    friend bool operator==(choice_list const&, choice_list const&) = default;
};

struct button {
    enum class look { normal, primary, danger };

    std::string action;  // a name of assessment/event.hpp, e.g. "answer"
    std::string token;   // comes back with the press
    std::string label;
    look style = look::normal;
    std::string spoken;  // for screen readers, when the label alone is ambiguous

    friend bool operator==(button const&, button const&) = default;
};

struct button_row {
    std::vector<button> buttons;

    friend bool operator==(button_row const&, button_row const&) = default;
};

using block = std::variant<heading, paragraph, bullets, note, divider, choice_list, button_row>;

/// One message, independent of any platform.
struct card {
    std::string summary;  // the whole message as sentences: notifications, screen readers
    std::vector<block> blocks;
    language in = language::english;  // for what a platform adds to it

    friend bool operator==(card const&, card const&) = default;
};

/// A line or more of typed text.
struct text_input {
    std::string token;
    std::string label;
    std::string hint;
    std::string value;
    std::size_t max_length = 0;
    bool multiline = true;
    bool optional = false;

    friend bool operator==(text_input const&, text_input const&) = default;
};

struct choice_input {
    choice_list list;
    std::string hint;
    bool optional = false;

    friend bool operator==(choice_input const&, choice_input const&) = default;
};

/// One person of the workspace; comes back as a chosen user id.
struct person_input {
    std::string token;
    std::string label;
    std::string hint;

    friend bool operator==(person_input const&, person_input const&) = default;
};

using form_item = std::variant<paragraph, note, button_row, text_input, choice_input, person_input>;

/// A question asked privately: a modal in Slack, a card with inputs in Teams.
struct form {
    std::string title;  // at most 24 characters, Slack's limit for a modal's title
    std::string token;  // comes back with the submission
    std::vector<form_item> items;
    std::string submit;  // at most 24 characters; empty: nothing to submit
    std::string close;   // at most 24 characters
    language in = language::english;

    friend bool operator==(form const&, form const&) = default;
};

}  // namespace crossroads
