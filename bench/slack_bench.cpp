// The webhook path of Slack: what stands between a request in memory and an event, and between a message and
// the request that posts it.

#include "channel/form.hpp"
#include "slack/slack_platform.hpp"
#include "support/slack_requests.hpp"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <memory>
#include <string>

namespace crossroads {
namespace {

std::unique_ptr<platform> slack_platform()
{
    slack::settings chosen;
    chosen.signing_secrets = {std::string(testing::slack_secret)};
    chosen.bot_token = "xoxb-made-up";
    return slack::make_platform(chosen);
}

choice_list choices()
{
    choice_list list{"0123456789abcdef0123456789abcdef", "Which of these?", true, {}, {}};
    for (int at = 0; at < 8; ++at)
        list.choices.push_back(
            {"option_" + std::to_string(at), "A choice of a usual length, number " + std::to_string(at)});
    return list;
}

message question_card()
{
    message out;
    out.slot = "1/question/unproved";
    out.who = message::audience::thread;
    out.thread_slot = "1/start";
    out.content.summary = "Question 3 of 19: which of these are not proved yet?";
    out.content.blocks = {
        paragraph{
            {strong("3 of 19 \xC2\xB7 Evidence"), plain("\nAnd which of these are "), emphasis("not"),
             plain(" proved yet?")}},
        choices(), note{{plain("Tick the gaps. Leaving one blank means you can already show it.")}},
        button_row{
            {{"save", "0123456789abcdef0123456789abcdef", "Save", button::look::primary, "Save question 3"},
             {"dont_know", "0123456789abcdef0123456789abcdef", "Do not know", {}, ""},
             {"skip", "0123456789abcdef0123456789abcdef", "Skip", {}, ""}}}};
    return out;
}

message result_card()
{
    message out = question_card();
    out.slot = "1/result";
    out.who = message::audience::thread_and_channel;
    out.content.blocks = {heading{"Partial rebuild"}};
    for (int part = 0; part < 8; ++part) {
        bullets reasons;
        for (int at = 0; at < 5; ++at)
            reasons.items.push_back(
                {strong("Met."), plain(" A reason in a sentence of a usual length. "),
                 emphasis("An answer quoted, with R&D <in> it, and a *mark*, as people write them.")});
        out.content.blocks.emplace_back(
            paragraph{{strong("Why"), plain(": five of five conditions are met.")}});
        out.content.blocks.emplace_back(std::move(reasons));
    }
    return out;
}

std::string press_payload()
{
    auto const text = [](std::string const& words) {
        return R"({"type":"plain_text","text":")" + words + R"(","emoji":false})";
    };
    std::string options;
    for (int at = 0; at < 8; ++at)
        options += (at == 0 ? "" : ",") +
                   (R"({"text":)" + text("A choice of a usual length") + R"(,"value":"option_)") +
                   std::to_string(at) + R"("})";
    std::string const token = "0123456789abcdef0123456789abcdef";
    return R"({"type":"block_actions","user":{"id":"U0BEN","username":"ben","team_id":"T0VAN"},"api_app_id":"A0",)"
           R"("container":{"type":"message","message_ts":"1750000000.000200","channel_id":"C0VAN","is_ephemeral":false,)"
           R"("thread_ts":"1749999000.000100"},"trigger_id":"1.2.3","team":{"id":"T0VAN","domain":"x"},)"
           R"("channel":{"id":"C0VAN","name":"blue-van"},"message":{"ts":"1750000000.000200","blocks":[{"type":"actions",)"
           R"("block_id":"choices:)" +
           token + R"(","elements":[{"type":"checkboxes","action_id":"value","options":[)" + options +
           R"(]}]}]},"state":{"values":{"choices:)" + token +
           R"(":{"value":{"type":"checkboxes","selected_options":[)" + options +
           R"(]}}}},"response_url":"https://hooks.slack.com/actions/x","actions":[{"type":"button","action_id":"save",)"
           R"("block_id":"buttons:","text":)" +
           text("Save") + R"(,"value":")" + token + R"(","action_ts":"1750000010.000300"}]})";
}

void receive(benchmark::State& state, http_request const& request, std::string_view expected_kind)
{
    auto const slack = slack_platform();
    if (slack->receive(request, testing::slack_now).kind != expected_kind)
        state.SkipWithError("the request was not understood");
    for (auto _ : state)
        benchmark::DoNotOptimize(slack->receive(request, testing::slack_now));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(request.body.size()));
}

void slack_receive_block_actions(benchmark::State& state)
{
    receive(state, testing::slack_payload_request(press_payload()), "block_actions");
}

BENCHMARK(slack_receive_block_actions);

/// The peer: what nobody who takes this request can leave out, and no more.
void peer_hmac_and_parse_of_block_actions(benchmark::State& state)
{
    auto const body = testing::slack_payload_request(press_payload()).body;
    auto const payload = press_payload();
    std::string const secret{testing::slack_secret};
    for (auto _ : state) {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned int length = 0;
        HMAC(
            EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
            reinterpret_cast<unsigned char const*>(body.data()), body.size(), digest.data(), &length);
        benchmark::DoNotOptimize(digest);
        benchmark::DoNotOptimize(nlohmann::json::parse(payload));
    }
}

BENCHMARK(peer_hmac_and_parse_of_block_actions);

void slack_receive_slash_command(benchmark::State& state)
{
    receive(
        state,
        testing::slack_form_request(
            {{"team_id", "T0VAN"},
             {"channel_id", "C0VAN"},
             {"user_id", "U0BEN"},
             {"command", "/assess"},
             {"text", "start Blue Van"},
             {"trigger_id", "1.2.3"}}),
        "slash_command");
}

BENCHMARK(slack_receive_slash_command);

void slack_refuse_wrong_signature(benchmark::State& state)
{
    auto request = testing::slack_payload_request(press_payload());
    request.body += ' ';
    receive(state, request, "refused:wrong_signature");
}

BENCHMARK(slack_refuse_wrong_signature);

void render(benchmark::State& state, message content)
{
    auto const slack = slack_platform();
    outgoing_message const out{
        "m-1", "slack:T0VAN:C0VAN", std::move(content), {{"1/start", "1749999000.000100"}}};
    if (!slack->render(out))
        state.SkipWithError("the message was not rendered");
    for (auto _ : state)
        benchmark::DoNotOptimize(slack->render(out));
}

void slack_render_question(benchmark::State& state)
{
    render(state, question_card());
}

BENCHMARK(slack_render_question);

void slack_render_result(benchmark::State& state)
{
    render(state, result_card());
}

BENCHMARK(slack_render_result);

/// The peer: a library's writing of a document of the same content that is in memory already.
void peer_dump_of_the_result(benchmark::State& state)
{
    auto const slack = slack_platform();
    auto const call =
        slack->render({"m-1", "slack:T0VAN:C0VAN", result_card(), {{"1/start", "1749999000.000100"}}});
    auto const fields = decode_form(call.value().body).value();
    auto const document = nlohmann::json::parse(find_field(fields, "blocks").value());
    for (auto _ : state)
        benchmark::DoNotOptimize(document.dump());
}

BENCHMARK(peer_dump_of_the_result);

}  // namespace
}  // namespace crossroads
