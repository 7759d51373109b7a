#include "guide/json_syntax.hpp"

#include "guide/json_place.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace crossroads {
namespace {

// How far a reader has come: what nlohmann calls the position, as a person counts it.
std::string line_and_column(std::string_view text, std::size_t bytes_read)
{
    std::string_view const before = text.substr(0, bytes_read == 0 ? 0 : bytes_read - 1);
    auto const line = 1 + std::ranges::count(before, '\n');
    auto const line_start = before.rfind('\n');
    std::string_view const on_line = line_start == before.npos ? before : before.substr(line_start + 1);
    auto const continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
    auto const column = 1 + std::ssize(on_line) - std::ranges::count_if(on_line, continues);
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// The reason inside nlohmann's message, without its number, its position and the bytes it last read,
// which need not be UTF-8.
std::string reason_of(std::string_view message)
{
    if (auto const dash = message.find(" - "); dash != message.npos)
        message.remove_prefix(dash + 3);
    else if (auto const colon = message.find("] "); colon != message.npos)
        message.remove_prefix(colon + 2);
    std::string reason(message.substr(0, message.find("; last read")));
    if (auto const expected = message.find("; expected");
        expected != message.npos && reason.size() < expected)
        reason += message.substr(expected);
    return reason;
}

// Goes through the text once before a tree is built from it, and stops at the first problem.
class syntax_check {
public:
    explicit syntax_check(std::string_view text) : text_(text) {}

    std::optional<guide_defect> const& defect() const { return defect_; }

    // What nlohmann::json::sax_parse() calls.
    bool null() { return true; }

    bool boolean(bool) { return true; }

    bool number_integer(std::int64_t) { return true; }

    bool number_unsigned(std::uint64_t) { return true; }

    bool number_float(double, std::string const&) { return true; }

    bool string(std::string const&) { return true; }

    bool binary(std::vector<std::uint8_t> const&) { return true; }

    bool start_object(std::size_t) { return open(); }

    bool start_array(std::size_t) { return open(); }

    bool end_object() { return close(); }

    bool end_array() { return close(); }

    bool key(std::string const& name)
    {
        if (keys_.back().size() == most_guide_keys) {
            defect_ = guide_defect{
                "the file",
                "has an object with more than " + std::to_string(most_guide_keys) + " keys. Remove some."};
            return false;
        }
        if (keys_.back().insert(name).second)
            return true;
        defect_ = guide_defect{
            "the file",
            "has the key " + in_quotes(name) + " twice in one object. Rename or remove one of them."};
        return false;
    }

    bool parse_error(std::size_t position, std::string const&, nlohmann::json::exception const& error)
    {
        defect_ = guide_defect{
            line_and_column(text_, position),
            "is not JSON: " + reason_of(error.what()) + ". Correct the file there."};
        return false;
    }

private:
    bool open()
    {
        keys_.emplace_back();
        if (keys_.size() <= deepest_guide_nesting)
            return true;
        defect_ = guide_defect{
            "the file", "is nested more than " + std::to_string(deepest_guide_nesting) +
                            " levels deep. Give parts of a condition a name under facts."};
        return false;
    }

    bool close()
    {
        keys_.pop_back();
        return true;
    }

    std::string_view text_;
    std::vector<std::set<std::string>> keys_;  // of the objects that are open
    std::optional<guide_defect> defect_;
};

}  // namespace

std::variant<guide_json, guide_defect> parse_guide_json(std::string_view text)
{
    if (text.size() > largest_guide_bytes)
        return guide_defect{"the file", "is larger than 1 MiB. A guide is text for people; shorten it."};
    syntax_check check(text);
    if (!nlohmann::json::sax_parse(text, &check))
        return *check.defect();
    return guide_json::parse(text);
}

}  // namespace crossroads
