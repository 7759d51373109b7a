#include "block_kit_check.hpp"

#include <algorithm>
#include <regex>
#include <set>

namespace crossroads::slack {

std::size_t code_points(std::string const& text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

namespace {

/// Of `<@U0ANA>`; 0 if there is none at `at`.
std::size_t length_of_mention(std::string const& text, std::size_t at)
{
    auto const close = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", at + 2);
    bool const opens = text.compare(at, 3, "<@U") == 0 || text.compare(at, 3, "<@W") == 0;
    if (!opens || close == std::string::npos || text[close] != '>' || close == at + 3)
        return 0;
    return close + 1 - at;
}

/// Of `<!date^1781283600^{date_short_pretty}, {time}|Fri 12 June 2026, 17:00 UTC>`; 0 if there is none at
/// `at`.
std::size_t length_of_date(std::string const& text, std::size_t at)
{
    static std::regex const date(R"(<!date\^[0-9]{1,12}\^[^|<>^]+\|[^|<>]+ UTC>)");
    std::smatch found;
    auto const from = text.begin() + static_cast<std::ptrdiff_t>(at);
    bool const there =
        std::regex_search(from, text.end(), found, date, std::regex_constants::match_continuous);
    return there ? static_cast<std::size_t>(found.length()) : 0;
}

class checker {
public:
    std::vector<std::string> problems;

    void length(std::string const& where, std::string const& text, std::size_t least, std::size_t most)
    {
        auto const length = code_points(text);
        if (length < least || length > most)
            add(where, "has " + std::to_string(length) + " characters");
    }

    void count(std::string const& where, json const& list, std::size_t least, std::size_t most)
    {
        if (!list.is_array() || list.size() < least || list.size() > most)
            add(where, "has " + std::to_string(list.size()) + " entries");
    }

    void plain_text(std::string const& where, json const& text, std::size_t most)
    {
        if (text_member(text, "type") != "plain_text" || !member(text, "text").is_string())
            add(where, "is no plain_text");
        length(where, text_member(text, "text"), 1, most);
    }

    /// Every `<` opens a mention of a person or a time: nothing else may notify or link.
    void markup(std::string const& where, std::string const& text)
    {
        for (std::size_t at = 0; at < text.size();) {
            bool const marks = text[at] == '<' || text[at] == '>';
            auto const length = marks ? length_of_mention(text, at) + length_of_date(text, at) : 1;
            if (length == 0)
                return add(where, "has markup: " + text);
            at += length;
        }
    }

    void mrkdwn(std::string const& where, json const& text, std::size_t most)
    {
        if (text_member(text, "type") != "mrkdwn" || !member(text, "text").is_string())
            add(where, "is no mrkdwn");
        length(where, text_member(text, "text"), 1, most);
        markup(where, text_member(text, "text"));
    }

    void option(std::string const& where, json const& option)
    {
        plain_text(where + ".text", member(option, "text"), 75);
        length(where + ".value", text_member(option, "value"), 1, 75);
    }

    void options(std::string const& where, json const& element, std::size_t most)
    {
        auto const& offered = member(element, "options");
        count(where + ".options", offered, 1, most);
        for (auto const& one : array_member(element, "options"))
            option(where + ".options", one);
        auto const is_offered = [&](json const& one) {
            return std::ranges::find(offered, one) != offered.end();
        };
        auto const& initial = array_member(element, "initial_options");
        if (element.contains("initial_options") && initial.empty())
            add(where, "has empty initial_options");
        if (!std::ranges::all_of(initial, is_offered))
            add(where, "has initial_options that are not offered");
        if (element.contains("initial_option") && !is_offered(element["initial_option"]))
            add(where, "has an initial_option that is not offered");
    }

    void button(std::string const& where, json const& element)
    {
        plain_text(where + ".text", member(element, "text"), 75);
        if (element.contains("value"))
            length(where + ".value", text_member(element, "value"), 1, 2000);
        if (element.contains("accessibility_label"))
            length(where + ".accessibility_label", text_member(element, "accessibility_label"), 1, 75);
        if (element.contains("style") && element["style"] != "primary" && element["style"] != "danger")
            add(where, "has an unknown style");
    }

    void element(std::string const& where, json const& element, bool in_input)
    {
        auto const& type = text_member(element, "type");
        length(where + ".action_id", text_member(element, "action_id"), 1, 255);
        if (type == "button" && !in_input)
            button(where, element);
        else if (type == "radio_buttons" || type == "checkboxes")
            options(where, element, 10);
        else if (type == "static_select" || (type == "multi_static_select" && in_input)) {
            options(where, element, 100);
            plain_text(where + ".placeholder", member(element, "placeholder"), 150);
        } else if (type == "plain_text_input" && in_input)
            typed_input(where, element);
        else
            add(where, "is of type " + type);
    }

    void typed_input(std::string const& where, json const& element)
    {
        auto const longest = element.value("max_length", 0);
        if (longest < 1 || longest > 3000)
            add(where, "has a max_length out of range");
        if (element.contains("initial_value"))
            length(
                where + ".initial_value", text_member(element, "initial_value"), 1,
                static_cast<std::size_t>(longest));
    }

    void actions(std::string const& where, json const& block)
    {
        count(where, member(block, "elements"), 1, 25);
        std::set<std::string> ids;
        for (auto const& one : array_member(block, "elements")) {
            element(where, one, false);
            if (!ids.insert(text_member(one, "action_id")).second)
                add(where, "has an action_id twice");
        }
    }

    void input(std::string const& where, json const& block)
    {
        plain_text(where + ".label", member(block, "label"), 2000);
        if (block.contains("hint"))
            plain_text(where + ".hint", member(block, "hint"), 2000);
        element(where + ".element", member(block, "element"), true);
    }

    void block(std::string const& where, json const& block, bool in_view)
    {
        auto const& type = text_member(block, "type");
        if (type == "header" && !in_view)
            plain_text(where, member(block, "text"), 150);
        else if (type == "section")
            mrkdwn(where, member(block, "text"), 3000);
        else if (type == "context") {
            count(where, member(block, "elements"), 1, 10);
            for (auto const& one : array_member(block, "elements"))
                mrkdwn(where, one, 3000);
        } else if (type == "actions")
            actions(where, block);
        else if (type == "input" && in_view)
            input(where, block);
        else if (type != "divider")
            add(where, "is of type " + type);
    }

    void blocks(json const& all, std::size_t least, std::size_t most, bool in_view)
    {
        count("blocks", all, least, most);
        std::set<std::string> ids;
        for (std::size_t at = 0; at < all.size(); ++at) {
            auto const where = "blocks[" + std::to_string(at) + "]";
            block(where, all[at], in_view);
            if (!all[at].contains("block_id"))
                continue;
            length(where + ".block_id", text_member(all[at], "block_id"), 1, 255);
            if (!ids.insert(text_member(all[at], "block_id")).second)
                add(where, "has a block_id that was there before");
        }
    }

    void add(std::string const& where, std::string const& what) { problems.push_back(where + " " + what); }
};

}  // namespace

std::vector<std::string> problems_in_message(std::string const& text, json const& blocks)
{
    checker check;
    check.length("text", text, 1, 4000);
    check.markup("text", text);
    check.blocks(blocks, 0, 50, false);
    check.length("all blocks", write_json(blocks), 0, 13'000);
    return check.problems;
}

std::vector<std::string> problems_in_view(json const& view)
{
    checker check;
    if (text_member(view, "type") != "modal")
        check.add("view", "is no modal");
    check.plain_text("title", member(view, "title"), 24);
    for (auto const* name : {"submit", "close"})
        if (view.contains(name))
            check.plain_text(name, view[name], 24);
    check.length("private_metadata", text_member(view, "private_metadata"), 0, 3000);
    check.length("callback_id", text_member(view, "callback_id"), 1, 255);
    check.blocks(member(view, "blocks"), 1, 100, true);
    auto const is_input = [](json const& block) { return text_member(block, "type") == "input"; };
    if (std::ranges::any_of(array_member(view, "blocks"), is_input) && !view.contains("submit"))
        check.add("view", "has inputs and no submit");
    if (write_json(view).size() > 250'000)
        check.add("view", "is over 250 KB");
    return check.problems;
}

}  // namespace crossroads::slack
