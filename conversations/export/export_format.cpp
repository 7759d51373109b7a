#include "export/export_format.hpp"

#include <array>

namespace crossroads {

std::string_view name_of(export_format format)
{
    switch (format) {
    case export_format::markdown: return "md";
    case export_format::json: return "json";
    case export_format::csv: return "csv";
    }
    return {};
}

std::optional<export_format> export_format_named(std::string_view name)
{
    for (auto const format : std::array{export_format::markdown, export_format::json, export_format::csv})
        if (name_of(format) == name)
            return format;
    return std::nullopt;
}

std::string_view spoken_name_of(export_format format)
{
    switch (format) {
    case export_format::markdown: return "Markdown";
    case export_format::json: return "JSON";
    case export_format::csv: return "CSV";
    }
    return {};
}

}  // namespace crossroads
