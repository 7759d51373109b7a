#include "words/export_cards.hpp"

#include "words/attached_file.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

std::string what_is_in(assessment const& run, export_format format)
{
    auto const names = run.names_shown ? std::string{} : std::string{" Names are hidden in it."};
    switch (format) {
    case export_format::markdown:
        return (run.outcome.empty()
                    ? "all answers and how they changed."
                    : "the result, its reasons, the plan, all answers and how they changed.") +
               names;
    case export_format::json:
        return "the answers as crossroads evaluate reads them" +
               (run.outcome.empty() ? std::string{"."} : ", which gives the same decision.") + names;
    case export_format::csv: return "one row for each answer, for a spreadsheet." + names;
    }
    return {};
}

std::string kilobytes(std::size_t bytes)
{
    return std::to_string((bytes + 1023) / 1024) + " KB";
}

/// What a person can do about the platform's reason.
std::string remedy(std::string const& reason)
{
    if (reason == "missing_scope")
        return "The app lacks the scope files:write. Ask whoever runs it to add that scope, install the app "
               "again and give it its new token; then ask for the export once more.";
    if (reason == "file_uploads_disabled" || reason == "file_uploads_except_images_disabled" ||
        reason == "file_type_not_allowed")
        return "This workspace does not allow such files. Ask its admins to allow them for the app; then ask "
               "for the export once more.";
    if (reason == "storage_limit_reached")
        return "The workspace has no room left for files. Ask its admins to make room; then ask for the "
               "export once more.";
    if (reason == "file_upload_size_restricted" || reason == "http_413")
        return "It is larger than this workspace allows. Ask its admins, or try the export as csv, which is "
               "the smallest.";
    return "Ask for the export again in some minutes. If it fails again, tell whoever runs the app this "
           "reason: " +
           shorten(reason, 60) + ".";
}

}  // namespace

card export_card(assessment const& run, export_format format)
{
    return notice({plain(
        "Export of " + product_of(run) + " as " + std::string{spoken_name_of(format)} + ": " +
        what_is_in(run, format))});
}

card export_under_way_card(assessment const& run, export_format format)
{
    return notice({plain(
        "The export of " + product_of(run) + " as " + std::string{spoken_name_of(format)} +
        " comes as a file in its thread.")});
}

card export_before_result_card(assessment const& run, std::string const& command)
{
    return notice(
        {plain("Answers stay hidden until the result, so there is no export yet. "), person(run.owner),
         plain(" shows the result with "), code(command + " finish"),
         plain("; after that everybody here can export it. Your own answers: "), code(command + " answers"),
         plain(".")});
}

card nothing_to_export_card(assessment const& run)
{
    return notice(
        {plain("Nobody answered anything about " + product_of(run) + ", so there is nothing to export.")});
}

card export_too_large_card(std::size_t bytes, export_format format, std::string const& command)
{
    auto const sizes = "This export has " + kilobytes(bytes) + "; a file here can have " +
                       kilobytes(largest_attachment) + ". ";
    if (format == export_format::csv)
        return notice({plain(
            sizes + "Ask whoever runs the app: crossroads journal show prints everything that is stored.")});
    return notice({plain(sizes + "The smallest is "), code(command + " export csv"), plain(".")});
}

card export_refused_card(assessment const& run, std::string const& reason)
{
    return notice(
        {plain("The export of " + product_of(run) + " could not be sent as a file. " + remedy(reason))});
}

}  // namespace crossroads
