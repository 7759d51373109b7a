#include "teams/invoke_answers.hpp"

#include <utility>

namespace crossroads::teams {
namespace {

http_response answer(int status, std::string_view type, json value)
{
    return json_answer({{"statusCode", status}, {"type", type}, {"value", std::move(value)}});
}

}  // namespace

http_response message_answer(std::string_view text)
{
    return answer(200, "application/vnd.microsoft.activity.message", text);
}

http_response card_answer_with(json card)
{
    return answer(200, "application/vnd.microsoft.card.adaptive", std::move(card));
}

http_response error_answer(std::string_view text)
{
    return answer(400, "application/vnd.microsoft.error", {{"code", "BadRequest"}, {"message", text}});
}

}  // namespace crossroads::teams
