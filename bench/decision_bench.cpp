#include "decision/decision.hpp"
#include "decision/document.hpp"
#include "guide/load.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <variant>

namespace crossroads {
namespace {

guide const& shipped_guide()
{
    static guide const loaded = [] {
        std::ifstream file(CROSSROADS_SOURCE_DIR "/config/guide.json", std::ios::binary);
        std::string const text(std::istreambuf_iterator<char>(file), {});
        auto read = load_guide(text, std::string(64, '0'));
        if (!std::holds_alternative<guide>(read)) {
            std::cerr << "config/guide.json cannot be loaded\n";
            std::exit(1);  // NOLINT(concurrency-mt-unsafe): the only thread
        }
        return std::get<guide>(std::move(read));
    }();
    return loaded;
}

selection ticks(std::initializer_list<char const*> ids)
{
    return {{ids.begin(), ids.end()}};
}

/// An early product with customers, weak underneath; `variety` varies what this person says.
respondent person(int number, int variety)
{
    auto const odd = variety % 2 == 1;
    auto const third = variety % 3 == 2;
    static constexpr std::array<char const*, 4> hats{"product", "engineering", "commercial", "support"};
    respondent made;
    made.id = "person" + std::to_string(number);
    made.hat = hats.at(static_cast<std::size_t>(number) % hats.size());
    auto& answers = made.answers;
    answers["traction"] = odd ? ticks({"came_back", "workarounds"}) : ticks({"pilot_done", "came_back"});
    answers["proved"] =
        third ? ticks({"value_understood", "workflow_solves", "features_known"})
              : ticks({"value_understood", "workflow_solves", "users_return", "features_known"});
    answers["unproved"] = ticks({"repeated_use", "data_future", "auth_ready"});
    answers["proof"] = free_text{"14 bakeries placed 230 orders in March and 11 ordered again"};
    answers["main_job"] = odd ? ticks({"with_help"}) : ticks({"on_own"});
    answers["workflow"] =
        free_text{third ? "Bakery staff order flour again" : "Bakery staff reorder flour in two taps"};
    answers["surface"] = ticks({"onboarding", "delivery"});
    answers["manual"] = odd ? ticks({"setup", "data_fixes"}) : ticks({"setup"});
    answers["requests"] = free_text{"Order for two shops at once"};
    answers["data_model"] =
        third ? ticks({"g_entities", "g_relations"}) : ticks({"g_entities", "w_dup", "w_special"});
    answers["auth"] = odd ? ticks({"demo"}) : ticks({"basic"});
    answers["integrations"] = ticks({"core_known", "failure_known"});
    answers["releases"] = odd ? ticks({"path", "rollback"}) : ticks({"config"});
    answers["qa"] = ticks({"coverage", "reproduce"});
    answers["change"] = third ? ticks({"easy"}) : ticks({"slow", "speed"});
    answers["hurting"] = odd ? ticks({"data", "auth"}) : ticks({"data"});
    answers["usage"] = ticks({"growing", "onboarding"});
    answers["keep"] = odd ? ticks({"flow", "ui"}) : ticks({"flow", "ui", "backend"});
    answers["next"] = third ? ticks({"reliable"}) : ticks({"change"});
    answers["defer"] = free_text{"The recipe planner and the loyalty card"};
    return made;
}

answer_sheet sheet_of(int people)
{
    answer_sheet made;
    made.product = "Flour Run";
    for (int number = 0; number < people; ++number) {
        made.respondents.push_back(person(number, people > 1 ? number : 0));
    }
    return made;
}

void decide_with_flips(benchmark::State& state)
{
    auto const sheet = sheet_of(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(decide(shipped_guide(), sheet));
    }
}

void find_asked_questions(benchmark::State& state)
{
    auto const sheet = sheet_of(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(asked_questions(shipped_guide(), sheet));
    }
}

void write_a_decision(benchmark::State& state)
{
    auto const decided = decide(shipped_guide(), sheet_of(static_cast<int>(state.range(0))));
    for (auto _ : state) {
        benchmark::DoNotOptimize(write_decision(decided));
    }
}

void read_a_sheet(benchmark::State& state)
{
    auto const text = write_sheet(shipped_guide(), sheet_of(static_cast<int>(state.range(0))));
    for (auto _ : state) {
        benchmark::DoNotOptimize(read_sheet(shipped_guide(), text));
    }
}

BENCHMARK(decide_with_flips)->ArgName("people")->Arg(1)->Arg(12)->Unit(benchmark::kMicrosecond);
BENCHMARK(find_asked_questions)->ArgName("people")->Arg(1)->Arg(12)->Unit(benchmark::kMicrosecond);
BENCHMARK(write_a_decision)->ArgName("people")->Arg(1)->Arg(12)->Unit(benchmark::kMicrosecond);
BENCHMARK(read_a_sheet)->ArgName("people")->Arg(1)->Arg(12)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace crossroads
