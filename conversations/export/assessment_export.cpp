#include "export/assessment_export.hpp"

#include "assessment/progress.hpp"
#include "decision/document.hpp"
#include "export/csv.hpp"
#include "export/hidden_names.hpp"
#include "export/markdown.hpp"
#include "words/text.hpp"

#include <nlohmann/json.hpp>

#include <limits>

namespace crossroads {

namespace {

constexpr std::size_t longest_product_in_name = 40;

std::string in_file_name(std::string const& product)
{
    std::string name;
    for (auto const& word : words_of(product))
        for (char const each : "-" + word)
            if ((each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '-')
                name += each;
    name = name.substr(0, longest_product_in_name);
    return name.empty() || name.find_first_not_of('-') == std::string::npos ? "-product" : name;
}

/// With the revision, which each export moves on, no two of a channel are the same.
std::string file_name(assessment const& run, export_format format)
{
    return "assessment-" + std::to_string(run.number) + in_file_name(run.product) + "-" +
           std::to_string(run.revision) + "." + std::string{name_of(format)};
}

std::string_view media_type_of(export_format format)
{
    switch (format) {
    case export_format::markdown: return "text/markdown; charset=utf-8";
    case export_format::json: return "application/json";
    case export_format::csv: return "text/csv; charset=utf-8";
    }
    return {};
}

/// In lines: for eyes, and for tools that compare line by line.
std::string write_json(assessment const& run, guide const& rules, int revision)
{
    auto const document = nlohmann::ordered_json::parse(write_sheet(rules, sheet_of(run, revision)));
    return document.dump(2) + "\n";
}

std::string content_of(assessment const& run, guide const& rules, int revision, export_format format)
{
    switch (format) {
    case export_format::markdown: return write_markdown(run, rules, revision);
    case export_format::json: return write_json(run, rules, revision);
    case export_format::csv: return write_csv(run, rules, revision);
    }
    return {};
}

}  // namespace

attached_file export_of(assessment const& run, guide const& rules, export_format format)
{
    auto const revision = run.outcome.empty() ? std::numeric_limits<int>::max() : run.result_revision;
    auto const shown = run.names_shown ? run : without_names(run, revision, rules.shown_in);
    attached_file file;
    file.name = file_name(shown, format);
    file.media_type = media_type_of(format);
    file.content = content_of(shown, rules, revision, format);
    return file;
}

}  // namespace crossroads
