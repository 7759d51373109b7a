#include "playground/web_api.hpp"

#include "channel/form.hpp"
#include "playground/api_method.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace crossroads::playground {
namespace {

constexpr std::string_view granted_scopes =
    "commands,chat:write,app_mentions:read,channels:history,channels:read,users:read,files:write";

std::vector<api_method> const& all_methods()
{
    static auto const all = [] {
        std::vector<api_method> methods;
        for (auto part :
             {chat_methods(), file_methods(), view_methods(), conversation_methods(), identity_methods()})
            std::ranges::move(part, std::back_inserter(methods));
        return methods;
    }();
    return all;
}

api_method const* find_method(std::string_view name)
{
    auto const found = std::ranges::find(all_methods(), name, &api_method::name);
    return found == all_methods().end() ? nullptr : &*found;
}

struct decoded_arguments {
    json arguments = json::object();
    std::string error;  // set: the request cannot be understood
    bool charset_missing = false;
};

std::string lower(std::string_view text)
{
    std::string lowered(text);
    std::ranges::transform(lowered, lowered.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lowered;
}

void add_form(std::string_view encoded, decoded_arguments& decoded)
{
    auto const fields = decode_form(encoded);
    bool const readable = fields && std::ranges::all_of(*fields, [](auto const& field) {
                              return valid_utf8(field.first) && valid_utf8(field.second);
                          });
    if (!readable) {
        decoded.error = "invalid_form_data";
        return;
    }
    for (auto const& [name, value] : *fields)
        decoded.arguments[name] = value;
}

void add_json(std::string_view text, decoded_arguments& decoded)
{
    auto const body = read_json(text);
    if (!body)
        decoded.error = "invalid_json";
    else if (!body->is_object())
        decoded.error = "json_not_object";
    else
        decoded.arguments.update(*body);
}

decoded_arguments decode(http_request const& request, bool takes_json)
{
    decoded_arguments decoded;
    auto const query = request.target.find('?');
    if (query != std::string::npos)
        add_form(std::string_view(request.target).substr(query + 1), decoded);
    if (!decoded.error.empty() || request.body.empty())
        return decoded;
    auto const content_type = lower(find_header(request.headers, "content-type").value_or(""));
    auto const kind = std::string_view(content_type).substr(0, content_type.find(';'));
    if (kind.starts_with("application/x-www-form-urlencoded")) {
        add_form(request.body, decoded);
    } else if (kind.starts_with("application/json")) {
        decoded.charset_missing = content_type.find("charset=") == std::string::npos;
        if (takes_json)
            add_json(request.body, decoded);
    } else {
        decoded.error = kind.empty() ? "missing_post_type" : "invalid_post_type";
    }
    return decoded;
}

std::string_view token_of(http_request const& request, json const& arguments)
{
    auto const header = find_header(request.headers, "authorization").value_or("");
    constexpr std::string_view bearer = "bearer ";
    if (header.size() > bearer.size() && lower(header.substr(0, bearer.size())) == bearer)
        return header.substr(bearer.size());
    return text_of(arguments, "token");
}

bool is_empty_text(json const& value)
{
    auto const* const text = value.get_ptr<json::string_t const*>();
    return text && text->empty();
}

std::vector<std::string> missing_arguments(api_method const& method, json const& arguments)
{
    std::vector<std::string> missing;
    for (auto const name : method.required) {
        auto const found = arguments.find(name);
        if (found == arguments.end() || found->is_null() || is_empty_text(*found))
            missing.push_back("[ERROR] missing required field: " + std::string(name));
    }
    return missing;
}

json answer_call(
    workspace& in, app_settings const& settings, api_method const& method, http_request const& request,
    decoded_arguments const& decoded, instant now)
{
    if (!decoded.error.empty())
        return failure(decoded.error);
    if (method.needs_token) {
        auto const token = token_of(request, decoded.arguments);
        if (token.empty())
            return failure("not_authed");
        if (token != settings.bot_token)
            return failure("invalid_auth");
    }
    auto const missing = missing_arguments(method, decoded.arguments);
    if (!missing.empty())
        return failure("invalid_arguments", missing);
    return method.run({in, settings, decoded.arguments, now});
}

http_response to_response(json const& body, std::string_view needed_scope)
{
    http_response response;
    response.headers = {
        {"Content-Type", "application/json; charset=utf-8"},
        {"X-OAuth-Scopes", std::string(granted_scopes)},
        {"X-Accepted-OAuth-Scopes", std::string(needed_scope)},
        {"Cache-Control", "no-store"},
    };
    response.body = write_json(body);
    return response;
}

}  // namespace

json success()
{
    return {{"ok", true}};
}

json failure(std::string_view error, std::vector<std::string> const& messages)
{
    json body{{"ok", false}, {"error", error}};
    if (messages.empty())
        return body;
    constexpr std::string_view prefix = "[ERROR] ";
    for (auto const& message : messages)
        body["errors"].push_back(message.starts_with(prefix) ? message.substr(prefix.size()) : message);
    body["response_metadata"]["messages"] = messages;
    return body;
}

json failure(refusal const& refused)
{
    return failure(refused.error, refused.messages);
}

std::string_view argument(api_call const& call, char const* name)
{
    return text_of(call.arguments, name);
}

bool flag_argument(api_call const& call, char const* name)
{
    auto const text = argument(call, name);
    return flag_of(call.arguments, name) || text == "true" || number_argument(call, name) == 1;
}

std::optional<std::int64_t> number_argument(api_call const& call, char const* name)
{
    auto const& value = field_of(call.arguments, name);
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    auto const text = text_of(call.arguments, name);
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

bool is_ts(std::string_view text)
{
    auto const dot = text.find('.');
    bool const sized =
        text.size() <= 20 && dot != std::string_view::npos && dot > 0 && text.size() - dot == 7;
    return sized && text.find_first_not_of("0123456789.") == std::string_view::npos &&
           text.find('.', dot + 1) == std::string_view::npos;
}

bool has_api_method(std::string_view method)
{
    return find_method(method) != nullptr;
}

http_response handle_api(
    workspace& in, app_settings const& settings, std::string_view method, http_request const& request,
    instant now)
{
    auto const* const found = find_method(method);
    if (!found)
        return to_response(failure("unknown_method"), "");
    auto const decoded = decode(request, found->takes_json);
    auto body = answer_call(in, settings, *found, request, decoded, now);
    if (decoded.charset_missing) {
        body["warning"] = "missing_charset";
        body["response_metadata"]["warnings"] = {"missing_charset"};
    }
    return to_response(body, found->scope);
}

}  // namespace crossroads::playground
