#include "slack/replies.hpp"

#include "channel/text_length.hpp"
#include "slack/element_ids.hpp"
#include "slack/message_blocks.hpp"
#include "slack/modal.hpp"
#include "slack/verdicts.hpp"

#include <utility>
#include <variant>

namespace crossroads::slack {
namespace {

constexpr std::size_t longest_error = 2'000;

bool carries_message(reply_path const& to)
{
    return to.came_by == reply_path::origin::command;
}

bool carries_view(reply_path const& to)
{
    return to.came_by == reply_path::origin::submission;
}

http_response message_answer(card const& content)
{
    json body = {{"response_type", "ephemeral"}, {"text", message_text(content)}};
    if (auto blocks = message_blocks(content); !blocks.empty())
        body["blocks"] = std::move(blocks);
    return json_answer(body);
}

http_response view_answer(form const& content, reply_path const& to)
{
    auto view = modal_view(content, to);
    if (!view)
        return empty_answer();
    return json_answer({{"response_action", "update"}, {"view", std::move(*view)}});
}

http_response errors_answer(refuse_form const& refusal)
{
    auto errors = json::object();
    for (auto const& [token, error] : refusal.errors)
        errors[input_block_id(token)] = clean_text(shortened(error, longest_error));
    if (errors.empty())
        return empty_answer();
    return json_answer({{"response_action", "errors"}, {"errors", std::move(errors)}});
}

struct answer_writer {
    reply_path const& to;

    http_response operator()(nothing_to_say const&) const { return empty_answer(); }

    http_response operator()(say_privately const& said) const
    {
        return carries_message(to) ? message_answer(said.content) : empty_answer();
    }

    http_response operator()(open_form const& said) const
    {
        return carries_view(to) ? view_answer(said.content, to) : empty_answer();
    }

    http_response operator()(show_next_form const& said) const
    {
        return carries_view(to) ? view_answer(said.content, to) : empty_answer();
    }

    http_response operator()(close_form const&) const { return empty_answer(); }  // closes the form

    http_response operator()(refuse_form const& said) const
    {
        return carries_view(to) ? errors_answer(said) : empty_answer();
    }
};

std::optional<http_call> ephemeral_call(web_api const& api, card const& content, reply_path const& to)
{
    if (to.channel.empty() || to.user.empty())
        return std::nullopt;
    auto const& channel = to.direct.empty() ? to.channel : to.direct;
    form_fields fields = {{"channel", channel}, {"user", to.user}, {"text", message_text(content)}};
    if (auto const blocks = message_blocks(content); !blocks.empty())
        fields.emplace_back("blocks", write_json(blocks));
    if (!to.thread.empty())
        fields.emplace_back("thread_ts", to.thread);
    return api.call("chat.postEphemeral", fields);
}

/// In the window that is open, else in a new one. A trigger is good for one of the two.
std::optional<http_call> view_call(web_api const& api, form const& content, reply_path const& to)
{
    auto const view = modal_view(content, to);
    if (!view)
        return std::nullopt;
    form_fields fields = {{"view", write_json(*view)}};
    if (!to.view.empty()) {
        fields.emplace_back("view_id", to.view);
        if (!to.view_hash.empty())
            fields.emplace_back("hash", to.view_hash);
        return api.call("views.update", fields);
    }
    if (to.trigger.empty())
        return std::nullopt;
    fields.emplace_back("trigger_id", to.trigger);
    return api.call("views.open", fields);
}

struct call_writer {
    web_api const& api;
    reply_path const& to;

    std::optional<http_call> operator()(nothing_to_say const&) const { return std::nullopt; }

    std::optional<http_call> operator()(say_privately const& said) const
    {
        return carries_message(to) ? std::nullopt : ephemeral_call(api, said.content, to);
    }

    std::optional<http_call> operator()(open_form const& said) const
    {
        return carries_view(to) ? std::nullopt : view_call(api, said.content, to);
    }

    std::optional<http_call> operator()(show_next_form const& said) const
    {
        return carries_view(to) ? std::nullopt : view_call(api, said.content, to);
    }

    std::optional<http_call> operator()(close_form const&) const { return std::nullopt; }

    std::optional<http_call> operator()(refuse_form const&) const { return std::nullopt; }
};

}  // namespace

http_response answer_to(reply const& said, reply_path const& to)
{
    return std::visit(answer_writer{to}, said);
}

std::optional<http_call> call_for_reply(web_api const& api, reply const& said, reply_path const& to)
{
    return std::visit(call_writer{api, to}, said);
}

}  // namespace crossroads::slack
