#include "slack/web_api.hpp"

#include <utility>

namespace crossroads::slack {

web_api::web_api(std::string url, std::string token)
    : url_(std::move(url)), authorization_("Bearer " + std::move(token))
{
    if (!url_.ends_with('/'))
        url_ += '/';
}

http_call web_api::call(std::string_view method, form_fields const& arguments) const
{
    http_call call;
    call.url = std::string(url_).append(method);
    call.headers = {
        {"Authorization", authorization_},
        {"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"},
        {"Accept", "application/json"}};
    call.body = encode_form(arguments);
    return call;
}

}  // namespace crossroads::slack
