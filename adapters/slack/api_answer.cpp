#include "slack/api_answer.hpp"

#include "slack/api_error.hpp"

namespace crossroads::slack {
namespace {

/// An answer that is not Slack's own: a proxy's, or a server in trouble.
delivery_outcome outcome_of_status(http_response const& response)
{
    switch (response.status) {
    case 400:
    case 413:
    case 414:
    case 431: return refused_for_good{status_reason(response)};
    default: break;
    }
    if (response.status >= 400 && response.status < 500 && response.status != 408)
        return retry_later{asked_to_wait(response)};
    return outcome_unknown{response.status == 200 ? "answer_is_not_json" : status_reason(response)};
}

delivery_outcome outcome_of_error(std::string const& error, http_response const& response)
{
    switch (class_of(error)) {
    case error_class::wait: return retry_later{asked_to_wait(response)};
    case error_class::maybe_done: return outcome_unknown{error};
    case error_class::installation: return installation_blocked{error};
    case error_class::message_gone: return send_as_new{error};
    case error_class::refused: return refused_for_good{error};
    }
    return refused_for_good{error};
}

}  // namespace

std::optional<json> slack_answer(http_response const& response)
{
    auto answer = parse_json(response.body);
    if (!answer || !member(*answer, "ok").is_boolean())
        return std::nullopt;
    return answer;
}

bool is_success(http_response const& response, std::optional<json> const& answer)
{
    return response.status < 500 && response.status != 429 && answer && flag_member(*answer, "ok");
}

delivery_outcome outcome_of_failure(http_response const& response, std::optional<json> const& answer)
{
    if (response.status == 429)
        return retry_later{asked_to_wait(response)};
    if (response.status >= 500)
        return outcome_unknown{status_reason(response)};
    if (!answer)
        return outcome_of_status(response);
    return outcome_of_error(error_code(text_member(*answer, "error")), response);
}

}  // namespace crossroads::slack
