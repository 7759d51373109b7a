#include "conversations/export/ended_run.hpp"

#include "assessment/progress.hpp"
#include "conversations/decision/the_guide.hpp"
#include "decision/decision.hpp"

namespace crossroads {

assessment ended_run(std::vector<respondent> people)
{
    answer_sheet sheet;
    sheet.product = "Flour Run";
    sheet.respondents = std::move(people);
    return ended_run(sheet);
}

assessment ended_run(answer_sheet const& sheet)
{
    constexpr unix_seconds then = 1'750'000'000;
    assessment run;
    run.number = 1;
    run.key = "00112233445566778899aabbccddeeff";
    run.product = sheet.product;
    run.guide_id = the_guide().id;
    run.guide_version = the_guide().version;
    run.guide_sha256 = the_guide().sha256;
    run.owner = "olga";
    run.started = then;
    for (auto const& one : sheet.respondents) {
        auto& person = run.people.emplace_back();
        person.user = one.id;
        person.hat = one.hat;
        for (auto const& [question, value] : one.answers)
            person.answers[question].push_back({value, then, ++run.revision, {}, false, false});
    }
    for (auto const& [question, value] : sheet.settled)
        run.settled.push_back({question, value, then, ++run.revision});
    for (auto const& [budget, mark] : sheet.concrete)
        if (mark)
            run.concrete.push_back({budget, "olga", then, ++run.revision});
    run.state = run_state::finished;
    run.ended = then + 60;
    run.outcome = decide(the_guide(), sheet_of(run)).outcome;
    run.result_revision = run.revision;
    return run;
}

}  // namespace crossroads
