#include "words/export_cards.hpp"

#include "words/attached_file.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

std::string_view what_is_in(assessment const& run, export_format format, exports_words const& words)
{
    bool const ended_with_result = !run.outcome.empty();
    switch (format) {
    case export_format::markdown: return ended_with_result ? words.markdown_result : words.markdown_answers;
    case export_format::json: return ended_with_result ? words.json_result : words.json_answers;
    case export_format::csv: return words.csv;
    }
    return {};
}

std::string kilobytes(std::size_t bytes, exports_words const& words)
{
    return text_of(words.kilobytes, {{"count", (bytes + 1023) / 1024}});
}

/// What a person can do about the platform's reason.
std::string remedy(std::string const& reason, exports_words const& words)
{
    if (reason == "missing_scope")
        return words.missing_scope.text();
    if (reason == "file_uploads_disabled" || reason == "file_uploads_except_images_disabled" ||
        reason == "file_type_not_allowed")
        return words.not_allowed.text();
    if (reason == "storage_limit_reached")
        return words.no_room.text();
    if (reason == "file_upload_size_restricted" || reason == "http_413")
        return words.too_large_here.text();
    return text_of(words.other_reason, {{"reason", shorten(reason, 60)}});
}

}  // namespace

card export_card(assessment const& run, export_format format, language in)
{
    auto const& words = words_in(in).exports;
    auto text = text_of(what_is_in(run, format, words), {{"product", product_of(run, in)}});
    if (!run.names_shown)
        text += " " + words.names_hidden.text();
    return notice({plain(std::move(text))}, in);
}

card export_under_way_card(assessment const& run, export_format format, language in)
{
    return notice(
        prose_of(
            words_in(in).exports.under_way,
            {{"product", product_of(run, in)}, {"format", spoken_name_of(format)}}),
        in);
}

card export_before_result_card(assessment const& run, std::string const& command, language in)
{
    return notice(
        prose_of(
            words_in(in).exports.before_result, {{"owner", person(run.owner)},
                                                 {"finish", command + " finish"},
                                                 {"answers", command + " answers"}}),
        in);
}

card nothing_to_export_card(assessment const& run, language in)
{
    return notice(prose_of(words_in(in).exports.nothing, {{"product", product_of(run, in)}}), in);
}

card export_too_large_card(std::size_t bytes, export_format format, std::string const& command, language in)
{
    auto const& words = words_in(in).exports;
    return notice(
        prose_of(
            format == export_format::csv ? words.too_large_csv : words.too_large,
            {{"size", kilobytes(bytes, words)},
             {"limit", kilobytes(largest_attachment, words)},
             {"command", command + " export csv"}}),
        in);
}

card export_refused_card(assessment const& run, std::string const& reason, language in)
{
    auto const& words = words_in(in).exports;
    return notice(
        prose_of(words.refused, {{"product", product_of(run, in)}, {"remedy", remedy(reason, words)}}), in);
}

}  // namespace crossroads
