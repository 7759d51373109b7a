#include "teams/teams_platform.hpp"

#include "teams/posts.hpp"
#include "teams/reach.hpp"
#include "teams/replies.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace crossroads::teams {
namespace {

class teams_platform final : public platform {
public:
    teams_platform(admission_rules rules, token_judge judge)
        : rules_(std::move(rules)), judge_(std::move(judge))
    {
        if (rules_.tenants.empty() || rules_.service_hosts.empty() || !judge_)
            throw std::invalid_argument("no tenant, no service host or no judge of tokens");
    }

    received receive(http_request const& request, std::chrono::sys_seconds now) const override
    {
        return receive_activity(request, judge_, rules_, now);
    }

    http_response acknowledge(reply const& said, reply_path const& to) const override
    {
        return answer_to(said, to);
    }

    std::optional<http_call> call_for(reply const& said, reply_path const& to) const override
    {
        return call_for_reply(said, to);
    }

    std::optional<http_call> render(outgoing_message const& out) const override
    {
        return call_that_sends(out);
    }

    delivery_outcome interpret(outgoing_message const& out, http_response const& response) const override
    {
        return outcome_of(out, response);
    }

    /// Teams shows a bot nothing of what it has posted.
    std::optional<http_call>
    look_up(outgoing_message const& /*out*/, std::chrono::sys_seconds /*since*/) const override
    {
        return std::nullopt;
    }

    look_up_outcome found(outgoing_message const& /*out*/, http_response const& /*response*/) const override
    {
        return not_there{};
    }

    bool may_repeat(outgoing_message const& out, int doubts) const override
    {
        return may_be_repeated(out, doubts);
    }

    std::string merged_reach(std::string_view known, std::string_view news) const override
    {
        auto learnt = read_reach(news);
        if (!learnt)
            return std::string(known);
        return write_reach(merged(read_reach(known).value_or(reach{}), std::move(*learnt)));
    }

private:
    admission_rules rules_;
    token_judge judge_;
};

}  // namespace

std::unique_ptr<platform> make_platform(admission_rules rules, token_judge judge)
{
    return std::make_unique<teams_platform>(std::move(rules), std::move(judge));
}

}  // namespace crossroads::teams
