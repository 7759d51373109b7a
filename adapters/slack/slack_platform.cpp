#include "slack/slack_platform.hpp"

#include "slack/posts.hpp"
#include "slack/replies.hpp"
#include "slack/signature.hpp"
#include "slack/web_api.hpp"
#include "slack/webhook.hpp"

#include <stdexcept>

namespace crossroads::slack {
namespace {

class slack_platform final : public platform {
public:
    explicit slack_platform(settings const& chosen)
        : signatures_(chosen.signing_secrets),
          api_(chosen.api_url, chosen.bot_token),
          command_(chosen.command),
          spoken_(chosen.spoken)
    {
        if (chosen.bot_token.empty())
            throw std::invalid_argument("there is no Slack bot token");
    }

    received receive(http_request const& request, std::chrono::sys_seconds now) const override
    {
        return receive_webhook(request, signatures_, command_, now, spoken_);
    }

    http_response acknowledge(reply const& said, reply_path const& to) const override
    {
        return answer_to(said, to);
    }

    std::optional<http_call> call_for(reply const& said, reply_path const& to) const override
    {
        return call_for_reply(api_, said, to);
    }

    std::optional<http_call> render(outgoing_message const& out) const override
    {
        return call_that_sends(api_, out);
    }

    delivery_outcome interpret(outgoing_message const& out, http_response const& response) const override
    {
        return outcome_of(api_, out, response);
    }

    std::optional<http_call>
    look_up(outgoing_message const& out, std::chrono::sys_seconds since) const override
    {
        return call_that_looks_up(api_, out, since);
    }

    look_up_outcome found(outgoing_message const& out, http_response const& response) const override
    {
        return outcome_of_look_up(out, response);
    }

private:
    signature_verifier signatures_;
    web_api api_;
    std::string command_;
    language spoken_;
};

}  // namespace

std::unique_ptr<platform> make_platform(settings const& chosen)
{
    return std::make_unique<slack_platform>(chosen);
}

}  // namespace crossroads::slack
