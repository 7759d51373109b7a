#include "assessment/exporting.hpp"

#include "assessment/posting.hpp"
#include "assessment/progress.hpp"
#include "export/assessment_export.hpp"
#include "words/export_cards.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace crossroads {

namespace {

constexpr unix_seconds double_tap = 60;
constexpr std::string_view slot_prefix = "export/";

/// What the slot of an export tells of it: "1/export/57/csv/U042".
struct export_slot {
    export_format format = export_format::markdown;
    std::string user;
};

std::string slot_of_export(assessment const& run, export_format format, std::string const& user)
{
    return slot_of(run, slot_prefix) + std::to_string(run.revision) + "/" + std::string{name_of(format)} +
           "/" + user;
}

std::optional<export_slot> read_export_slot(assessment const& run, std::string_view slot)
{
    auto const prefix = slot_of(run, slot_prefix);
    if (!slot.starts_with(prefix))
        return std::nullopt;
    slot.remove_prefix(prefix.size());
    auto const revision = slot.find('/');
    auto const name = revision == std::string_view::npos ? revision : slot.find('/', revision + 1);
    if (name == std::string_view::npos)
        return std::nullopt;
    auto const format = export_format_named(slot.substr(revision + 1, name - revision - 1));
    if (!format)
        return std::nullopt;
    return export_slot{*format, std::string{slot.substr(name + 1)}};
}

bool is_double_tap(assessment const& run, export_format format, unix_seconds at)
{
    auto const before = run.exported.find(std::string{name_of(format)});
    return before != run.exported.end() && at >= before->second && at - before->second < double_tap;
}

}  // namespace

reply export_assessment(step& now, pinned_run with, export_format format)
{
    auto& run = with.run;
    bool const ended = run.state == run_state::finished || run.state == run_state::cancelled;
    if (!ended)
        return say_privately{export_before_result_card(run, now.around.command, reader_language(now))};
    if (answers_given(run) == 0)
        return say_privately{nothing_to_export_card(run, reader_language(now))};
    if (is_double_tap(run, format, now.happened.at))
        return say_privately{export_under_way_card(run, format, reader_language(now))};
    auto file = export_of(run, with.rules, format);
    if (file.content.size() > largest_attachment)
        return say_privately{
            export_too_large_card(file.content.size(), format, now.around.command, reader_language(now))};
    post_file_in_thread(
        now, run, slot_of_export(run, format, now.happened.user),
        export_card(run, format, channel_language(now)), std::move(file));
    run.exported[std::string{name_of(format)}] = now.happened.at;
    record_change(now, run);
    return say_privately{export_under_way_card(run, format, reader_language(now))};
}

bool export_failed(step& now, assessment& run, delivery_failed const& failed)
{
    auto const sent = read_export_slot(run, failed.slot);
    if (!sent)
        return false;
    run.exported.erase(std::string{name_of(sent->format)});
    record_change(now, run);
    tell(
        now, run, sent->user, slot_of(run, "export_refused/") + std::to_string(run.revision),
        export_refused_card(run, failed.reason, language_of(now, sent->user)));
    return true;
}

}  // namespace crossroads
