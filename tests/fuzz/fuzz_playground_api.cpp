#include "playground/web_api.hpp"
#include "playground/workspace.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

// Input: the method's name, a line break, "f" or "j" for the kind of body, and the body.

namespace crossroads {
namespace {

std::string_view take_line(std::string_view& rest)
{
    auto const line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() < rest.size() ? line.size() + 1 : rest.size());
    return line;
}

void call_with(std::string_view rest)
{
    playground::instant const now{std::chrono::seconds(1'767'000'000)};
    playground::app_settings const settings{"s", "t", "http://a", "http://b", "/assess", {}};
    auto in = playground::new_workspace(now);
    in.triggers["1"] = {"U0PLAYANA", now, false};
    auto const method = take_line(rest);
    bool const form = rest.starts_with('f');
    rest.remove_prefix(rest.empty() ? 0 : 1);
    http_request request;
    request.method = "POST";
    request.headers = {
        {"Authorization", "Bearer t"},
        {"Content-Type", form ? "application/x-www-form-urlencoded" : "application/json; charset=utf-8"}};
    request.body = rest;

    auto const before = playground::write_workspace(in);
    auto const response = playground::handle_api(in, settings, method, request, now);

    auto const answer = playground::read_json(response.body);
    if (!answer || !answer->is_object() || !answer->contains("ok"))
        std::abort();
    auto const after = playground::write_workspace(in);
    if ((*answer)["ok"] == false && after != before)
        std::abort();
    auto const again = playground::read_workspace(after);
    if (!again || playground::write_workspace(*again) != after)
        std::abort();
}

}  // namespace
}  // namespace crossroads

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    crossroads::call_with({reinterpret_cast<char const*>(data), size});
    return 0;
}
