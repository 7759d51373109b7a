#include "teams/adaptive_card.hpp"

#include "assessment/event.hpp"
#include "channel/short_pieces.hpp"
#include "channel/text_length.hpp"
#include "teams/card_body.hpp"
#include "words/catalogue.hpp"
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
        add(text_elements(one.text, setting_.names, text_look::normal, whole_.in), importance::text);
    }

    void operator()(note const& one)
    {
        add(text_elements(one.text, setting_.names, text_look::small, whole_.in), importance::note);
    }

    void operator()(divider const&) { written_.separate_next(); }

    void operator()(bullets const& list)
    {
        std::size_t number = 0;
        for (auto const& item : list.items) {
            auto const mark = list.numbered ? std::to_string(++number) + ". " : std::string("\xE2\x80\xA2 ");
            add(item_elements(item, setting_.names, mark, whole_.in), importance::text);
        }
    }

    void operator()(choice_list const& list)
    {
        auto element = choice_element(list, whole_.in);
        if (element.is_null() || !ids_.take(choices_id(list.token)))
            return;
        written_.add(std::move(element), importance::control);
        // A tap on a radio button says nothing here: it takes a button to tell.
        auto const& words = words_in(whole_.in).card;
        if (!list.many)
            pending_.push_back(button_element(
                {std::string(choose_action), list.token, words.save.text(), button::look::primary,
                 text_of(words.save_what, {{"what", list.label}})},
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
    item_writer(form const& whole, card_setting const& setting) : whole_(whole), setting_(setting) {}

    void operator()(paragraph const& one)
    {
        add(text_elements(one.text, setting_.names, text_look::normal, whole_.in), importance::text);
    }

    void operator()(note const& one)
    {
        add(text_elements(one.text, setting_.names, text_look::small, whole_.in), importance::note);
    }

    void operator()(button_row const& row)
    {
        for (auto const& one : row.buttons)
            buttons_.push_back(button_element(one, setting_.bearing));
    }

    void operator()(text_input const& input)
    {
        if (ids_.take(text_id(input.token)))
            add_input(text_input_element(input, whole_.in), input.hint);
    }

    void operator()(choice_input const& input)
    {
        auto element = choice_element(input.list, whole_.in);
        if (!element.is_null() && ids_.take(choices_id(input.list.token)))
            add_input(std::move(element), input.hint);
    }

    void operator()(person_input const& input)
    {
        if (!ids_.take(choices_id(input.token)))
            return;
        auto element = person_input_element(input, setting_.names, whole_.in);
        if (!element.is_null())
            add_input(std::move(element), input.hint);
        else
            tell_that_there_is_nobody();
    }

    card_body take()
    {
        if (!clean(whole_.title).empty())
            written_.add(heading_element(whole_.title), importance::control);
        for (auto const& one : whole_.items)
            std::visit(*this, one);
        std::vector<json> actions;
        auto const& [about, own] = setting_.bearing;
        using effect = card_action::effect;
        auto const& words = words_in(whole_.in);
        bool const can_submit = !whole_.submit.empty() && !has_nobody_to_pick_;
        if (can_submit || has_inputs_)
            actions.push_back(action_element(
                whole_.submit.empty() ? words.card.save.text() : whole_.submit,
                {effect::save_form, {}, whole_.token, about, own}, button::look::primary, {}));
        for (auto& one : buttons_)
            actions.push_back(std::move(one));
        actions.push_back(action_element(
            whole_.close.empty() ? words.buttons.close.text() : whole_.close,
            {effect::close_form, {}, whole_.token, about, own}, button::look::normal, {}));
        add(action_sets(std::move(actions)), importance::control);
        return std::move(written_);
    }

private:
    void add(std::vector<json> elements, importance how)
    {
        for (auto& one : elements)
            written_.add(std::move(one), how);
    }

    void tell_that_there_is_nobody()
    {
        auto const said = prose_of(words_in(whole_.in).card.nobody_to_pick);
        add(text_elements(said, setting_.names, text_look::normal, whole_.in), importance::control);
        has_nobody_to_pick_ = true;
    }

    void add_input(json element, std::string const& hint)
    {
        written_.add(std::move(element), importance::control);
        if (!hint.empty())
            add(text_elements({plain(hint)}, setting_.names, text_look::small, whole_.in), importance::note);
        has_inputs_ = true;
    }

    form const& whole_;
    card_setting const& setting_;
    card_body written_;
    input_ids ids_;
    std::vector<json> buttons_;
    bool has_inputs_ = false;
    bool has_nobody_to_pick_ = false;
};

}  // namespace

json adaptive_card(card const& content, card_setting const& setting)
{
    constexpr auto limit = largest_card - room_for_frame;
    auto whole = block_writer(content, setting).take();
    if (!whole.fits(limit)) {
        auto const shorter = with_short_pieces(content, longest_line);
        whole = block_writer(shorter, setting).take();
        whole.leave_out_until_it_fits(limit, content.in);
    }
    return framed(whole.take());
}

json adaptive_card(form const& content, card_setting const& setting)
{
    auto whole = item_writer(content, setting).take();
    whole.leave_out_until_it_fits(largest_card - room_for_frame, content.in);
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
            return shorten(as_plain_text(text->text, names, content.in), longest_summary);
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
        text.append(text.empty() ? "" : " ").append(as_plain_text(said->text, names, content.in));
    }
    return length(text) <= longest_summary ? text : std::string();
}

}  // namespace crossroads::teams
