#pragma once

#include "playground/message_content.hpp"
#include "playground/workspace.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads::playground {

/// One call, its arguments decoded from form, query or JSON.
struct api_call {
    workspace& in;
    app_settings const& settings;
    json const& arguments;
    instant now;
};

/// A method gives the body of its answer; it may rely on the arguments named in `required`.
struct api_method {
    std::string_view name;
    json (*run)(api_call const&);
    std::vector<std::string_view> required;
    std::string_view scope;
    bool takes_json = true;
    bool needs_token = true;
};

std::vector<api_method> chat_methods();
std::vector<api_method> file_methods();
std::vector<api_method> view_methods();
std::vector<api_method> conversation_methods();
std::vector<api_method> identity_methods();

/// Where a threaded message goes: the thread's first message, nowhere because it is gone, or a refusal.
std::variant<std::string, refusal> resolve_thread(api_call const& call, channel const& where);

/// {"ok": true}, to be added to.
json success();

json failure(std::string_view error, std::vector<std::string> const& messages = {});
json failure(refusal const& refused);

// Arguments as Slack reads them: forms have strings only, JSON has its own types.
std::string_view argument(api_call const& call, char const* name);
bool flag_argument(api_call const& call, char const* name);
std::optional<std::int64_t> number_argument(api_call const& call, char const* name);

/// "1767326126.896109", with 6 decimals.
bool is_ts(std::string_view text);

}  // namespace crossroads::playground
