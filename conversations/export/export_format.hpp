#pragma once

#include <optional>
#include <string_view>

namespace crossroads {

enum class export_format {
    markdown,  // to read: result, reasons, plan, all answers and how they changed
    json,      // the input of `crossroads evaluate`
    csv,       // one row for each answer
};

/// What people type, and the file's extension: "md", "json" or "csv".
std::string_view name_of(export_format format);
std::optional<export_format> export_format_named(std::string_view name);

/// For sentences: "Markdown".
std::string_view spoken_name_of(export_format format);

}  // namespace crossroads
