#pragma once

#include "channel/form.hpp"
#include "channel/http_message.hpp"

#include <string>
#include <string_view>

namespace crossroads::slack {

/// Calls of Slack's Web API, form-encoded as Slack's own client does: some methods take nothing else.
class web_api {
public:
    web_api(std::string url, std::string token);

    std::string const& url() const { return url_; }

    http_call call(std::string_view method, form_fields const& arguments) const;

private:
    std::string url_;  // ends with '/'
    std::string authorization_;
};

}  // namespace crossroads::slack
