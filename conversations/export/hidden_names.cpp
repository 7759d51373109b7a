#include "export/hidden_names.hpp"

#include "assessment/progress.hpp"
#include "words/catalogue.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace crossroads {

namespace {

constexpr std::uint64_t fnv_offset = 14'695'981'039'346'656'037U;
constexpr std::uint64_t fnv_prime = 1'099'511'628'211U;
constexpr unix_seconds seconds_a_day = 86'400;

/// FNV-1a over the assessment's key, which nobody sees, and these words: an order without meaning that is
/// the same in every export.
std::uint64_t place_in_the_dark(assessment const& run, std::string_view user, std::string_view question)
{
    auto hash = fnv_offset;
    for (auto const part : {std::string_view{run.key}, user, question})
        for (auto const byte : std::string{part} + '\n')
            hash = (hash ^ static_cast<unsigned char>(byte)) * fnv_prime;
    return hash;
}

std::string without_mentions(std::string const& text, language in)
{
    std::string kept;
    std::string_view rest = text;
    for (auto open = rest.find("<@"); open != std::string_view::npos; open = rest.find("<@")) {
        auto const close = rest.find('>', open);
        if (close == std::string_view::npos)
            break;
        kept.append(rest.substr(0, open)).append(words_in(in).document.somebody);
        rest.remove_prefix(close + 1);
    }
    return kept.append(rest);
}

answer without_mentions(answer value, language in)
{
    if (auto* typed = std::get_if<free_text>(&value))
        typed->text = without_mentions(typed->text, in);
    return value;
}

void hide_in(given_answer& given, language in)
{
    if (given.value)
        given.value = without_mentions(std::move(*given.value), in);
    given.at -= given.at % seconds_a_day;
    given.message.clear();
}

/// Hands the answers to one question around among people of the same hat whose answer to it counts.
void exchange(
    assessment const& as_it_was, std::vector<participant>& people, std::string const& question, int revision)
{
    std::map<std::string, std::vector<participant*>> by_hat;
    for (auto& person : people)
        if (auto const* given = given_as_of(person, question, revision); given != nullptr && given->value)
            by_hat[person.hat].push_back(&person);
    for (auto& [hat, group] : by_hat) {
        auto order = group;
        std::ranges::sort(order, {}, [&](participant const* one) {
            return place_in_the_dark(as_it_was, one->user, question);
        });
        std::vector<std::vector<given_answer>> histories;
        for (auto* person : order)
            histories.push_back(std::move(person->answers[question]));
        for (std::size_t i = 0; i < group.size(); ++i)
            group[i]->answers[question] = std::move(histories[i]);
    }
}

std::vector<participant> hidden_people(assessment const& run, int revision, language in)
{
    auto people = run.people;
    std::erase_if(people, [&](participant const& one) { return is_left_out(run, one.user, revision); });
    std::ranges::sort(
        people, {}, [&](participant const& one) { return place_in_the_dark(run, one.user, {}); });
    std::set<std::string> questions;
    for (auto const& person : people)
        for (auto const& [question, history] : person.answers)
            questions.insert(question);
    for (auto const& question : questions)
        exchange(run, people, question, revision);
    std::vector<participant> hidden;
    for (auto& person : people) {
        participant one;
        one.user = text_of(words_in(in).document.hidden_person, {{"number", hidden.size() + 1}});
        one.hat = person.hat;
        one.answers = std::move(person.answers);
        for (auto& [question, history] : one.answers)
            std::ranges::for_each(history, [in](given_answer& given) { hide_in(given, in); });
        hidden.push_back(std::move(one));
    }
    return hidden;
}

}  // namespace

// What is not named here is left behind: whatever else an assessment comes to keep, it may be about people.
assessment without_names(assessment const& run, int revision, language in)
{
    auto const owner = words_in(in).phrases.the_owner.text();  // who that is stands on the headline
    assessment shown;
    shown.number = run.number;
    shown.product = without_mentions(run.product, in);
    shown.guide_id = run.guide_id;
    shown.guide_version = run.guide_version;
    shown.guide_sha256 = run.guide_sha256;
    shown.owner = owner;
    shown.state = run.state;
    shown.names_shown = false;
    shown.started = run.started;
    shown.ended = run.ended;
    shown.revision = run.revision;
    shown.outcome = run.outcome;
    shown.result_revision = run.result_revision;
    shown.people = hidden_people(run, revision, in);
    for (auto settled : run.settled) {
        settled.value.value = without_mentions(std::move(settled.value.value), in);
        settled.value.reason = without_mentions(settled.value.reason, in);
        if (settled.value.by != team_vote)
            settled.value.by = owner;
        shown.settled.push_back(std::move(settled));
    }
    for (auto mark : run.concrete) {
        mark.by = owner;
        shown.concrete.push_back(std::move(mark));
    }
    return shown;
}

}  // namespace crossroads
