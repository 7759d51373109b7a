#include "slack/modal.hpp"

#include "channel/text_length.hpp"
#include "slack/elements.hpp"
#include "slack/fitting.hpp"
#include "slack/mrkdwn.hpp"

#include <utility>
#include <variant>
#include <vector>

namespace crossroads::slack {
namespace {

constexpr std::string_view form_callback = "crossroads_form";
constexpr budget modal_budget{100, 100'000};  // Slack refuses views over 250 KB
constexpr std::size_t longest_title = 24;
constexpr std::size_t longest_label = 2'000;
constexpr std::size_t longest_section = 3'000;
constexpr std::size_t longest_metadata = 3'000;

class item_writer {
public:
    explicit item_writer(language in) : in_(in), written_(in) {}

    void operator()(paragraph const& one) { write_text(one.text, importance::text); }

    void operator()(note const& one) { write_text(one.text, importance::note); }

    void operator()(button_row const& row)
    {
        for (auto& block : buttons(row, block_ids_))
            written_.add(std::move(block), importance::control);
    }

    void operator()(text_input const& input)
    {
        write_input(input.token, input.label, input.hint, input.optional, input_element(input));
    }

    void operator()(choice_input const& input)
    {
        if (!input.list.choices.empty())
            write_input(
                input.list.token, input.list.label, input.hint, input.optional, input_element(input.list));
    }

    void operator()(person_input const& input)
    {
        write_input(input.token, input.label, input.hint, false, input_element(input));
    }

    bool has_inputs() const { return has_inputs_; }

    json blocks()
    {
        if (written_.fits(modal_budget))
            return written_.take();
        written_.leave_out_until_it_fits(modal_budget);
        return written_.take_with_notice();
    }

private:
    void write_text(prose const& text, importance how)
    {
        for (auto const& part : split(text, longest_section)) {
            auto const line = mrkdwn(part, in_);
            if (line.find_first_not_of(" \n\t") != std::string::npos)
                written_.add(how == importance::note ? context(line) : section(line), how);
        }
    }

    void write_input(
        std::string const& token, std::string const& label, std::string const& hint, bool optional,
        json element)
    {
        json input = {
            {"type", "input"},
            {"block_id", block_ids_.take(std::string(input_prefix).append(token))},
            {"label", plain_text(label, longest_label)},
            {"optional", optional},
            {"element", std::move(element)}};
        if (!hint.empty())
            input["hint"] = plain_text(hint, longest_label);
        written_.add(std::move(input), importance::control);
        has_inputs_ = true;
    }

    language in_;
    block_list written_;
    unique_ids block_ids_;
    bool has_inputs_ = false;
};

void append_selected(std::vector<std::string>& selected, json const& value)
{
    auto const& one = member(value, "selected_option");
    if (one.is_object())
        selected.push_back(text_member(one, "value"));
    for (auto const& each : array_member(value, "selected_options"))
        selected.push_back(text_member(each, "value"));
    if (auto const& user = text_member(value, "selected_user"); !user.empty())
        selected.push_back(user);
}

void read_input(form_saved& saved, std::string const& token, json const& value)
{
    if (text_member(value, "type") == "plain_text_input")
        saved.typed[token] = clean_text(text_member(value, "value"));
    else
        append_selected(saved.chosen[token], value);
}

}  // namespace

std::optional<json> modal_view(form const& content, reply_path const& opened_by)
{
    auto metadata =
        write_json({{"channel", opened_by.channel}, {"thread", opened_by.thread}, {"token", content.token}});
    if (text_length(metadata) > longest_metadata)
        return std::nullopt;
    item_writer writer(content.in);
    for (auto const& item : content.items)
        std::visit(writer, item);
    json view = {
        {"type", "modal"},
        {"callback_id", form_callback},
        {"private_metadata", std::move(metadata)},
        {"notify_on_close", true},
        {"title", plain_text(content.title, longest_title)},
        {"blocks", writer.blocks()}};
    if (!content.close.empty())
        view["close"] = plain_text(content.close, longest_title);
    if (!content.submit.empty() || writer.has_inputs())  // Slack refuses inputs without a submit button
        view["submit"] = plain_text(content.submit, longest_title, "Save");
    if (view["blocks"].empty())
        view["blocks"].push_back(section("\xE2\x80\xA6"));
    return view;
}

std::optional<modal_context> context_of(json const& view)
{
    if (text_member(view, "callback_id") != form_callback)
        return std::nullopt;
    auto const metadata = parse_json(text_member(view, "private_metadata"));
    if (!metadata)
        return std::nullopt;
    modal_context context{
        text_member(*metadata, "channel"), text_member(*metadata, "thread"), text_member(*metadata, "token")};
    if (context.channel.empty())
        return std::nullopt;
    return context;
}

form_saved saved_in(json const& view, modal_context const& context)
{
    form_saved saved;
    saved.token = context.token;
    auto const& values = member(member(view, "state"), "values");
    if (!values.is_object())
        return saved;
    for (auto const& [block_id, actions] : values.items()) {
        auto const token = token_in(block_id, input_prefix);
        if (!token || !actions.is_object())
            continue;
        for (auto const& value : actions)
            read_input(saved, std::string(*token), value);
    }
    return saved;
}

std::vector<std::string> selected_in(json const& values, std::string_view token)
{
    std::vector<std::string> selected;
    if (!values.is_object())
        return selected;
    for (auto const& [block_id, actions] : values.items()) {
        auto const listed = token_in(block_id, choices_prefix);
        auto const asked = token_in(block_id, input_prefix);
        if (!actions.is_object() || (listed != token && asked != token))
            continue;
        for (auto const& value : actions)
            append_selected(selected, value);
    }
    return selected;
}

}  // namespace crossroads::slack
