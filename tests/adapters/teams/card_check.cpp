#include "card_check.hpp"

#include <algorithm>
#include <set>

namespace crossroads::teams {
namespace {

std::set<std::string> const elements = {"TextBlock",       "RichTextBlock", "Input.Text",
                                        "Input.ChoiceSet", "ActionSet",     "Container"};

class checker {
public:
    std::vector<std::string> problems;

    void card(json const& whole)
    {
        require(text_member(whole, "type") == "AdaptiveCard", "no AdaptiveCard");
        require(text_member(whole, "version") == "1.5", "version is not 1.5");
        require(write_json(whole).size() <= 28 * 1024, "over 28 KB");
        require(!array_member(whole, "body").empty(), "empty body");
        require(!whole.contains("actions"), "actions of the card beside its ActionSets");
        for (auto const& one : array_member(whole, "body"))
            element(one);
    }

private:
    void require(bool good, std::string const& problem)
    {
        if (!good)
            problems.push_back(problem);
    }

    void element(json const& one)
    {
        auto const& type = text_member(one, "type");
        require(elements.contains(type), "element " + type);
        if (type == "TextBlock")
            text_block(one);
        if (type == "RichTextBlock")
            rich_text(one);
        if (type == "ActionSet")
            action_set(one);
        if (type.starts_with("Input."))
            input(one);
    }

    void text_block(json const& one)
    {
        auto text = text_member(one, "text");
        require(!text.empty(), "empty TextBlock");
        require(flag_member(one, "wrap"), "TextBlock without wrap");
        require(text.find("<at") == std::string::npos, "mention in a TextBlock: " + text);
        // Bold pairs and functions of time are ours; nothing else of either may be left.
        for (auto at = text.find("**"); at != std::string::npos; at = text.find("**", at))
            text.erase(at, 2);
        require(text.find_first_of("*_`[<\\") == std::string::npos, "markdown in a TextBlock: " + text);
    }

    void rich_text(json const& one)
    {
        auto const& runs = array_member(one, "inlines");
        require(!runs.empty(), "RichTextBlock without inlines");
        for (auto const& run : runs) {
            require(text_member(run, "type") == "TextRun", "inline that is no TextRun");
            auto const& text = text_member(run, "text");
            require(!text.empty(), "empty TextRun");
            require(text.find("{{") == std::string::npos, "function in a TextRun: " + text);
            require(text.find('\n') == std::string::npos, "line break in a TextRun");
        }
    }

    void action_set(json const& one)
    {
        auto const& actions = array_member(one, "actions");
        require(!actions.empty() && actions.size() <= 5, "actions: " + std::to_string(actions.size()));
        for (auto const& action : actions) {
            auto const& fallback = member(action, "fallback");
            require(text_member(action, "type") == "Action.Execute", "action that is no Action.Execute");
            require(!text_member(action, "title").empty(), "action without title");
            require(text_member(fallback, "type") == "Action.Submit", "action without Action.Submit");
            require(member(fallback, "data") == member(action, "data"), "fallback with other data");
        }
    }

    void input(json const& one)
    {
        auto const& id = text_member(one, "id");
        require(!id.empty() && ids_.insert(id).second, "input id twice or missing: " + id);
        require(!text_member(one, "label").empty(), "input without label");
        if (text_member(one, "type") != "Input.ChoiceSet")
            return;
        auto const& choices = array_member(one, "choices");
        require(!choices.empty(), "no choices");
        std::set<std::string> values;
        for (auto const& choice : choices) {
            auto const& value = text_member(choice, "value");
            require(!text_member(choice, "title").empty(), "choice without title");
            require(!value.empty() && value.find(',') == std::string::npos, "choice value: " + value);
            values.insert(value);
        }
        require(values.size() == choices.size(), "choice value twice");
    }

    std::set<std::string> ids_;
};

}  // namespace

std::vector<std::string> problems_in(json const& card)
{
    checker look;
    look.card(card);
    return look.problems;
}

std::string shown_text_of(json const& card)
{
    std::string shown;
    for (auto const& one : array_member(card, "body")) {
        shown += text_member(one, "text");
        for (auto const& run : array_member(one, "inlines"))
            shown += text_member(run, "text");
        shown += "\n";
    }
    return shown;
}

}  // namespace crossroads::teams
