#pragma once

#include "adapters/playground/block_samples.hpp"
#include "channel/form.hpp"
#include "playground/person_actions.hpp"
#include "playground/web_api.hpp"
#include "playground/workspace.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads::playground {

/// A new workspace with an app, and someone to play both sides of it.
class played_workspace : public testing::Test {
protected:
    static constexpr auto ana = "U0PLAYANA";
    static constexpr auto ben = "U0PLAYBEN";
    static constexpr auto product = "C0PLAYPRO";
    static constexpr auto design = "C0PLAYDES";  // without the app

    /// Calls a method as the app does: a form with structured arguments as JSON text.
    json call(std::string_view method, json const& arguments)
    {
        form_fields fields;
        for (auto const& [name, value] : arguments.items())
            fields.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
        http_request request;
        request.method = "POST";
        request.headers = {
            {"Authorization", "Bearer " + settings.bot_token},
            {"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}};
        request.body = encode_form(fields);
        return json::parse(handle_api(in, settings, method, request, now).body);
    }

    std::string post(json const& arguments)
    {
        auto const answer = call("chat.postMessage", arguments);
        EXPECT_EQ(answer["ok"], true) << answer.dump();
        return answer.value("ts", "");
    }

    std::string say(std::string const& person, std::string const& text, json const& more = json::object())
    {
        auto const answer = act(person, with({{"type", "say"}, {"channel", product}, {"text", text}}, more));
        return answer.value("ts", "");
    }

    /// An action that needs no webhook; gives the browser's answer.
    json act(std::string const& person, json const& action)
    {
        auto const outcome = playground::act(in, settings, person, action, now);
        auto const* const answer = std::get_if<json>(&outcome);
        EXPECT_TRUE(answer) << action.dump() << " led to a webhook";
        return answer ? *answer : json();
    }

    /// An action that leads to a webhook.
    interaction begin(std::string const& person, json const& action)
    {
        auto outcome = playground::act(in, settings, person, action, now);
        auto* const begun = std::get_if<interaction>(&outcome);
        EXPECT_TRUE(begun) << action.dump() << " gave " << std::get_if<json>(&outcome)->dump();
        return begun ? std::move(*begun) : interaction();
    }

    /// The `payload` of an interactive webhook.
    static json payload_of(interaction const& begun)
    {
        auto const fields = decode_form(begun.call.body).value_or(form_fields());
        return json::parse(find_field(fields, "payload").value_or("null"), nullptr, false);
    }

    json finish(interaction const& begun, http_response response)
    {
        return playground::finish(in, settings, begun, std::move(response), now);
    }

    static http_response json_answer(json const& body)
    {
        return {200, {{"Content-Type", "application/json"}}, body.dump()};
    }

    /// The inner events queued so far; forgets them.
    std::vector<json> take_events()
    {
        std::vector<json> events;
        for (auto const& one : in.deliveries)
            events.push_back(json::parse(one.body)["event"]);
        in.deliveries.clear();
        return events;
    }

    /// What only `person` sees in the channel.
    std::vector<message> private_messages(std::string const& person) const
    {
        std::vector<message> found;
        for (auto const& [ts, one] : find_channel(in, product)->messages)
            if (one.only_for == person && !one.deleted)
                found.push_back(one);
        return found;
    }

    /// A trigger a person's action just made.
    std::string trigger_of(std::string const& person)
    {
        auto const ts = post({{"channel", product}, {"text", "x"}, {"blocks", {actions(button())}}});
        auto const& message = find_channel(in, product)->messages.at(ts);
        auto const begun = begin(
            person, {{"type", "press"},
                     {"channel", product},
                     {"ts", ts},
                     {"block_id", message.blocks[0]["block_id"]},
                     {"action_id", "go"}});
        return payload_of(begun)["trigger_id"];
    }

    json open_modal_for(std::string const& person, json const& view)
    {
        auto const answer = call("views.open", {{"trigger_id", trigger_of(person)}, {"view", view}});
        EXPECT_EQ(answer["ok"], true) << answer.dump();
        return answer.value("view", json());
    }

    instant now{std::chrono::seconds(1'767'000'000)};
    app_settings settings{"a secret", "xoxb-test", "http://service", "http://playground", "/assess", {}};
    workspace in = new_workspace(now);
};

}  // namespace crossroads::playground
