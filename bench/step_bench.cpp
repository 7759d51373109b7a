// One step of the conversation, and the state it is loaded from and stored as.
#include "assessment/turn.hpp"
#include "guide/load.hpp"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>

namespace crossroads {
namespace {

std::shared_ptr<guide const> built_in_guide()
{
    std::ifstream file{CROSSROADS_SOURCE_DIR "/config/guide.json"};
    std::stringstream text;
    text << file.rdbuf();
    auto loaded = load_guide(text.str(), std::string(64, 'a'));
    if (!std::holds_alternative<guide>(loaded))
        throw std::runtime_error{"config/guide.json does not load"};
    return std::make_shared<guide const>(std::get<guide>(std::move(loaded)));
}

struct played_channel {
    surroundings around;
    channel_state state;

    void command(std::string const& user, std::string const& text)
    {
        event const happened{user, {}, 1'750'000'000, std::string(32, '0'), typed_command{text, true}};
        state = advance(around, std::move(state), happened).next;
    }
};

/// Five people, each in the middle of an assessment of which most is answered.
played_channel five_people()
{
    played_channel channel;
    channel.around.current_guide = built_in_guide();
    channel.command("ana", "start Blue Van");
    for (auto const* user : {"ana", "ben", "cleo", "dan", "eve"}) {
        for (auto const& question : channel.around.current_guide->questions) {
            if (question.unscored)
                continue;
            auto const number = &question - channel.around.current_guide->questions.data() + 1;
            auto const text = question.type == question_type::text
                                  ? std::string{"Nine clinics booked 410 appointments last month"}
                                  : std::string{"1"};
            channel.command(user, "answer " + std::to_string(number) + " " + text);
        }
    }
    return channel;
}

pressed tick(played_channel const& channel, std::string const& option)
{
    return {"save", channel.state.assessments.front().key + ".question.traction", {option}};
}

void an_answer_is_taken(benchmark::State& state)
{
    auto const channel = five_people();
    event const happened{"ben", {}, 1'750'000'100, std::string(32, '1'), tick(channel, "came_back")};
    for (auto _ : state) {
        state.PauseTiming();
        auto current = channel.state;
        state.ResumeTiming();
        benchmark::DoNotOptimize(advance(channel.around, std::move(current), happened));
    }
}

void talk_in_a_thread_is_left_alone(benchmark::State& state)
{
    auto channel = five_people();
    std::map<std::string, std::string> const sent{{"1/start", "100.1"}};
    channel.around.sent = &sent;
    event const happened{
        "ben", "100.1", 1'750'000'100, std::string(32, '1'), typed_reply{"200.1", "good morning everybody"}};
    auto current = channel.state;
    for (auto _ : state)
        current = advance(channel.around, std::move(current), happened).next;
}

void a_state_is_written(benchmark::State& state)
{
    auto const channel = five_people();
    std::size_t bytes = 0;
    for (auto _ : state)
        bytes += write_state(channel.state).size();
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void a_state_is_read(benchmark::State& state)
{
    auto const text = write_state(five_people().state);
    for (auto _ : state)
        benchmark::DoNotOptimize(read_state(text));
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

/// The peers: a library that reads and writes the same bytes without knowing what they mean.
void peer_parse_of_the_state(benchmark::State& state)
{
    auto const text = write_state(five_people().state);
    for (auto _ : state)
        benchmark::DoNotOptimize(nlohmann::json::parse(text));
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

void peer_dump_of_the_state(benchmark::State& state)
{
    auto const document = nlohmann::json::parse(write_state(five_people().state));
    std::size_t bytes = 0;
    for (auto _ : state)
        bytes += document.dump().size();
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

BENCHMARK(an_answer_is_taken)->Unit(benchmark::kMicrosecond);
BENCHMARK(talk_in_a_thread_is_left_alone)->Unit(benchmark::kMicrosecond);
BENCHMARK(a_state_is_written)->Unit(benchmark::kMicrosecond);
BENCHMARK(peer_dump_of_the_state)->Unit(benchmark::kMicrosecond);
BENCHMARK(a_state_is_read)->Unit(benchmark::kMicrosecond);
BENCHMARK(peer_parse_of_the_state)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace crossroads
