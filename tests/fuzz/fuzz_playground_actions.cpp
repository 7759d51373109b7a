#include "playground/browser_state.hpp"
#include "playground/person_actions.hpp"
#include "playground/web_api.hpp"
#include "playground/workspace.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

// Input: lines. "a<JSON>" is an action of a person; where it leads to a webhook, the next line is the
// service's answer. "p<JSON>" is chat.postMessage of the app, "v<JSON>" views.open with the last trigger.

namespace crossroads {
namespace {
using playground::json;

playground::instant const now{std::chrono::seconds(1'767'000'000)};
playground::app_settings const settings{"s", "t", "http://a", "http://b", "/assess", {}};

std::string_view take_line(std::string_view& rest)
{
    auto const line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() < rest.size() ? line.size() + 1 : rest.size());
    return line;
}

void call(playground::workspace& in, std::string_view method, std::string_view arguments)
{
    http_request request;
    request.method = "POST";
    request.headers = {{"Authorization", "Bearer t"}, {"Content-Type", "application/json; charset=utf-8"}};
    request.body = arguments;
    playground::handle_api(in, settings, method, request, now);
}

void open_view(playground::workspace& in, std::string_view view)
{
    auto const content = playground::read_json(view);
    if (!content || in.triggers.empty())
        return;
    json const arguments{{"trigger_id", in.triggers.rbegin()->first}, {"view", *content}};
    call(in, "views.open", playground::write_json(arguments));
}

void act(playground::workspace& in, std::string_view action, std::string_view& rest)
{
    auto const content = playground::read_json(action);
    if (!content)
        return;
    auto const outcome = playground::act(in, settings, "U0PLAYANA", *content, now);
    auto const* const begun = std::get_if<playground::interaction>(&outcome);
    if (!begun)
        return;
    auto const body = take_line(rest);
    http_response const answer{200, {{"Content-Type", "application/json"}}, std::string(body)};
    if (!playground::finish(in, settings, *begun, answer, now).contains("ok"))
        std::abort();
}

void play(std::string_view rest)
{
    auto in = playground::new_workspace(now);
    while (!rest.empty()) {
        auto line = take_line(rest);
        char const kind = line.empty() ? '\0' : line.front();
        line.remove_prefix(line.empty() ? 0 : 1);
        if (kind == 'a')
            act(in, line, rest);
        else if (kind == 'p')
            call(in, "chat.postMessage", line);
        else if (kind == 'v')
            open_view(in, line);
    }
    auto const state = playground::write_workspace(in);
    auto const file = playground::read_json(playground::write_json(state), playground::state_depth);
    auto const again = playground::read_workspace(file.value_or(json()));
    if (!again || playground::write_workspace(*again) != state)
        std::abort();
    for (auto const& person : in.people)
        playground::browser_state(in, settings, person, 0);
}

}  // namespace
}  // namespace crossroads

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    crossroads::play({reinterpret_cast<char const*>(data), size});
    return 0;
}
