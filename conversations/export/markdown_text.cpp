#include "export/markdown_text.hpp"

#include <algorithm>

namespace crossroads {

namespace {

constexpr std::string_view marks = "\\`*_{}[]<>#|~&!";

/// At the start of a line these make lists and headings of it: "- ", "1." and so on.
std::size_t marker_at_start_of(std::string_view line)
{
    auto const digits = std::min(line.find_first_not_of("0123456789"), line.size());
    bool const numbered = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
    bool const listed = !line.empty() && std::string_view{"-+="}.find(line.front()) != std::string_view::npos;
    return numbered ? digits : listed ? 0 : std::string_view::npos;
}

void append_line(std::string& written, std::string_view line)
{
    auto const marker = marker_at_start_of(line);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i == marker || marks.find(line[i]) != std::string_view::npos)
            written += '\\';
        written += line[i];
    }
}

std::string_view without_indent(std::string_view line)
{
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    return line;
}

}  // namespace

std::string markdown_text(std::string_view text)
{
    constexpr std::string_view line_break = "\\\n  ";  // indented, to stay within a list item
    std::string written;
    bool first = true;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto const line = without_indent(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty())
            continue;  // an empty line would end the paragraph
        if (!first)
            written += line_break;
        append_line(written, line);
        first = false;
    }
    return written;
}

}  // namespace crossroads
