#include "assessment/second_opinion.hpp"

#include "assessment/permission.hpp"
#include "assessment/posting.hpp"
#include "export/assessment_export.hpp"
#include "words/export_cards.hpp"
#include "words/plan_card.hpp"
#include "words/refusals.hpp"
#include "words/result_card.hpp"
#include "words/second_opinion_cards.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossroads {

namespace {

constexpr std::string_view slot_name = "second_opinion";
constexpr std::array shared_formats{export_format::markdown, export_format::json};

std::string slot_of_file(assessment const& run, export_format format)
{
    return slot_of(run, slot_name) + "/" + std::to_string(run.revision) + "/" + std::string{name_of(format)};
}

std::optional<export_format> format_of_slot(assessment const& run, std::string_view slot)
{
    if (!slot.starts_with(slot_of(run, slot_name) + "/"))
        return std::nullopt;
    return export_format_named(slot.substr(slot.rfind('/') + 1));
}

bool is_still_to_be_sent(assessment const& run, export_format format)
{
    return !run.shared || std::ranges::count(run.shared->refused, name_of(format)) > 0;
}

/// Why the person who acts gets nothing of it, or nothing.
std::optional<card> obstacle_to_sharing(step const& now, pinned_run with)
{
    auto const& run = with.run;
    if (now.around.second_opinion == nullptr || run.outcome.empty())
        return stale_card(now.around.command, reader_language(now));
    if (auto refusal = unless_owner(now, run, deed::ask_for_second_opinion))
        return refusal;
    if (run.shared && run.shared->refused.empty())
        return shared_already_card(*run.shared, *now.around.second_opinion, reader_language(now));
    return std::nullopt;
}

}  // namespace

cards_of_result cards_of(step const& now, pinned_run with, decision const& decided)
{
    auto const in = with.rules.shown_in;
    cards_of_result cards{result_card(with.run, with.rules, decided), plan_card(with.run, decided, in)};
    if (now.around.second_opinion != nullptr)
        offer_second_opinion(cards.result, cards.plan, with.run, in);
    return cards;
}

reply ask_for_second_opinion(step const& now, pinned_run with)
{
    if (auto obstacle = obstacle_to_sharing(now, with))
        return say_privately{std::move(*obstacle)};
    return say_privately{what_is_shared_card(with.run, *now.around.second_opinion, reader_language(now))};
}

reply share_result(step& now, pinned_run with)
{
    if (auto obstacle = obstacle_to_sharing(now, with))
        return say_privately{std::move(*obstacle)};
    auto& run = with.run;
    std::vector<std::pair<export_format, attached_file>> files;
    for (auto const format : shared_formats) {
        if (!is_still_to_be_sent(run, format))
            continue;
        auto file = export_of(run, with.rules, format);
        if (file.content.size() > largest_attachment)
            return say_privately{
                export_too_large_card(file.content.size(), format, now.around.command, reader_language(now))};
        files.emplace_back(format, std::move(file));
    }
    auto const& whom = *now.around.second_opinion;
    if (!run.shared)
        post_in_thread(
            now, run, slot_of(run, slot_name), shared_result_card(run, whom, channel_language(now)));
    for (auto& [format, file] : files)
        post_file_in_thread(
            now, run, slot_of_file(run, format), export_card(run, format, channel_language(now)),
            std::move(file));
    run.shared = shared_result{now.happened.user, now.happened.at, {}};
    record_change(now, run);
    return say_privately{sharing_card(whom, reader_language(now))};
}

bool sharing_failed(step& now, assessment& run, delivery_failed const& failed)
{
    auto const format = format_of_slot(run, failed.slot);
    if (!format || !run.shared)
        return false;
    run.shared->refused.emplace_back(name_of(*format));
    auto const revision = record_change(now, run);
    auto const& owner = run.shared->by;
    tell(
        now, run, owner, slot_of(run, "second_opinion_refused/") + std::to_string(revision),
        export_refused_card(run, failed.reason, language_of(now, owner)));
    return true;
}

}  // namespace crossroads
