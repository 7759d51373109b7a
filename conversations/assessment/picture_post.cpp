#include "assessment/picture_post.hpp"

#include "assessment/posting.hpp"
#include "assessment/progress.hpp"
#include "words/phrases.hpp"
#include "words/result_picture.hpp"

#include <string>
#include <utility>

namespace crossroads {

namespace {

std::string name_of_picture(assessment const& run)
{
    return std::to_string(run.number) + "-" + std::to_string(run.result_revision);
}

}  // namespace

void post_picture(step& now, pinned_run with, decision const& decided)
{
    auto& run = with.run;
    if (!now.around.draw)
        return;
    auto const sheet = sheet_of(run, run.result_revision);
    auto const shown = picture_of({with.rules, sheet, decided}, run.product, run.ended);
    auto png = now.around.draw(shown);
    if (png.empty() || png.size() > largest_attachment)
        return;
    post_file_in_thread(
        now, run, slot_of(run, "picture/") + std::to_string(run.result_revision),
        notice(prose_of(words_in(with.rules.shown_in).result.at_a_glance), with.rules.shown_in),
        {"result-" + name_of_picture(run) + ".png", "image/png", std::move(png), alt_text(shown)});
}

}  // namespace crossroads
