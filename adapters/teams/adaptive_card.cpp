#include "teams/adaptive_card.hpp"

#include "assessment/event.hpp"
#include "channel/short_pieces.hpp"
#include "channel/text_length.hpp"
#include "teams/card_body.hpp"
#include "words/text.hpp"

#include <utility>
#include <variant>
#include <vector>

namespace crossroads::teams {
namespace {

constexpr std::size_t longest_summary = 300;
constexpr std::size_t longest_line = 300;
constexpr std::size_t room_for_frame = 512;  // what is around the elements

json framed(json body)
{
    return {
        {"type", "AdaptiveCard"},
        {"$schema", "http://adaptivecards.io/schemas/adaptive-card.json"},
        {"version", "1.5"},
        {"body", std::move(body)},
        {"msteams", {{"width", "Full"}}}};
}

/// Turns the blocks of a card into elements, one after another.
class block_writer {
public:
    block_writer(card const& whole, card_setting const& setting) : whole_(whole), setting_(setting) {}

    void operator()(heading const& one)
    {
        if (!clean(one.text).empty())
            written_.add(heading_element(one.text), importance::text);
    }

    void operator()(paragraph const& one)
    {
        add(text_elements(one.text, setting_.names, text_look::normal), importance::text);
    }

    void operator()(note const& one)
    {
        add(text_elements(one.text, setting_.names, text_look::small), importance::note);
    }

    void operator()(divider const&) { written_.separate_next(); }

    void operator()(bullets const& list)
    {
        std::size_t number = 0;
        for (auto const& item : list.items) {
            auto const mark = list.numbered ? std::to_string(++number) + ". " : std::string("\xE2\x80\xA2 ");
            add(item_elements(item, setting_.names, mark), importance::text);
        }
    }

    void operator()(choice_list const& list)
    {
        auto element = choice_element(list);
        if (element.is_null() || !ids_.take(choices_id(list.token)))
            return;
        written_.add(std::move(element), importance::control);
        // A tap on a radio button says nothing here: it takes a button to tell.
        if (!list.many)
            pending_.push_back(button_element(
                {std::string(choose_action), list.token, "Save", button::look::primary,
                 "Save: " + list.label},
                setting_.bearing));
    }

    void operator()(button_row const& row)
    {
        auto actions = std::exchange(pending_, {});
        for (auto const& one : row.buttons)
            actions.push_back(button_element(one, setting_.bearing));
        add(action_sets(std::move(actions)), importance::control);
    }

    card_body take()
    {
        for (auto const& one : whole_.blocks)
            std::visit(*this, one);
        add(action_sets(std::exchange(pending_, {})), importance::control);
        return std::move(written_);
    }

private:
    void add(std::vector<json> elements, importance how)
    {
        for (auto& one : elements)
            written_.add(std::move(one), how);
    }

    card const& whole_;
    card_setting const& setting_;
    card_body written_;
    input_ids ids_;
    std::vector<json> pending_;  // buttons that belong to the row that follows
};

class item_writer {
public:
    explicit item_writer(card_setting const& setting) : setting_(setting) {}

    void operator()(paragraph const& one)
    {
        add(text_elements(one.text, setting_.names, text_look::normal), importance::text);
    }

    void operator()(note const& one)
    {
        add(text_elements(one.text, setting_.names, text_look::small), importance::note);
    }

    void operator()(button_row const& row)
    {
        for (auto const& one : row.buttons)
            buttons_.push_back(button_element(one, setting_.bearing));
    }

    void operator()(text_input const& input)
    {
        if (ids_.take(text_id(input.token)))
            add_input(text_input_element(input), input.hint);
    }

    void operator()(choice_input const& input)
    {
        auto element = choice_element(input.list);
        if (!element.is_null() && ids_.take(choices_id(input.list.token)))
            add_input(std::move(element), input.hint);
    }

    card_body take(form const& content)
    {
        if (!clean(content.title).empty())
            written_.add(heading_element(content.title), importance::control);
        for (auto const& one : content.items)
            std::visit(*this, one);
        std::vector<json> actions;
        auto const& [about, own] = setting_.bearing;
        using effect = card_action::effect;
        if (!content.submit.empty() || has_inputs_)
            actions.push_back(action_element(
                content.submit.empty() ? "Save" : content.submit,
                {effect::save_form, {}, content.token, about, own}, button::look::primary, {}));
        for (auto& one : buttons_)
            actions.push_back(std::move(one));
        actions.push_back(action_element(
            content.close.empty() ? "Close" : content.close,
            {effect::close_form, {}, content.token, about, own}, button::look::normal, {}));
        add(action_sets(std::move(actions)), importance::control);
        return std::move(written_);
    }

private:
    void add(std::vector<json> elements, importance how)
    {
        for (auto& one : elements)
            written_.add(std::move(one), how);
    }

    void add_input(json element, std::string const& hint)
    {
        written_.add(std::move(element), importance::control);
        if (!hint.empty())
            add(text_elements({plain(hint)}, setting_.names, text_look::small), importance::note);
        has_inputs_ = true;
    }

    card_setting const& setting_;
    card_body written_;
    input_ids ids_;
    std::vector<json> buttons_;
    bool has_inputs_ = false;
};

}  // namespace

json adaptive_card(card const& content, card_setting const& setting)
{
    constexpr auto limit = largest_card - room_for_frame;
    auto whole = block_writer(content, setting).take();
    if (!whole.fits(limit)) {
        auto const shorter = with_short_pieces(content, longest_line);
        whole = block_writer(shorter, setting).take();
        whole.leave_out_until_it_fits(limit);
    }
    return framed(whole.take());
}

json adaptive_card(form const& content, card_setting const& setting)
{
    auto whole = item_writer(setting).take(content);
    whole.leave_out_until_it_fits(largest_card - room_for_frame);
    return framed(whole.take());
}

std::string summary_of(card const& content, people_names const& names)
{
    if (!content.summary.empty())
        return clean_text(shorten(content.summary, longest_summary));
    for (auto const& one : content.blocks) {
        if (auto const* title = std::get_if<heading>(&one); title != nullptr && !title->text.empty())
            return clean_text(shorten(title->text, longest_summary));
        if (auto const* text = std::get_if<paragraph>(&one); text != nullptr && !text->text.empty())
            return shorten(as_plain_text(text->text, names), longest_summary);
    }
    return "\xE2\x80\xA6";
}

std::string whole_text_of(card const& content, people_names const& names)
{
    std::string text;
    for (auto const& one : content.blocks) {
        auto const* said = std::get_if<paragraph>(&one);
        if (said == nullptr)
            return {};
        text.append(text.empty() ? "" : " ").append(as_plain_text(said->text, names));
    }
    return length(text) <= longest_summary ? text : std::string();
}

}  // namespace crossroads::teams
