#pragma once

#include "guide/json_syntax.hpp"
#include "guide/load.hpp"

#include <cstddef>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossroads {

/// A value of the guide file together with its JSON path, so that what is wrong with it can be said
/// with its place. Refers to the JSON and to the list of defects; both outlive it.
class json_place {
public:
    json_place(guide_json const& value, std::string where, std::vector<guide_defect>& defects);

    guide_json const& value() const { return *value_; }

    std::string const& where() const { return where_; }

    /// The path of a member or an element, there or not.
    std::string where(std::string_view key) const;
    std::string where(std::size_t index) const;

    void report(std::string what) const;
    void report_at(std::string where, std::string what) const;

    /// Whether it is an object with no other keys than these; says what is wrong otherwise.
    bool is_object_with(std::initializer_list<std::string_view> keys) const;

    /// The member of an object; none if absent.
    std::optional<json_place> find(std::string_view key) const;

    /// The same, for a key that must be there: says so if it is not.
    std::optional<json_place> need(std::string_view key) const;

    /// What an object or an array holds, in the order of the file; says so if it is something else.
    std::vector<std::pair<std::string, json_place>> members() const;
    std::vector<json_place> elements() const;

private:
    guide_json const* value_;
    std::string where_;
    std::vector<guide_defect>* defects_;
};

/// A value as it is shown in a message: in quotes, escaped, shortened.
std::string in_quotes(std::string_view text);

/// Readers of one value. Each says what is wrong and gives an empty value in that case; a place that
/// is not there gives the empty value too (need() has spoken).
std::string read_text(std::optional<json_place> const& place, std::size_t longest);
std::string read_id(std::optional<json_place> const& place);
bool read_flag(std::optional<json_place> const& place, bool otherwise);
int read_number(std::optional<json_place> const& place, int lowest, int highest);
std::vector<std::string> read_ids(std::optional<json_place> const& place);

/// One of these words; says which there are if it is another.
std::string
read_choice(std::optional<json_place> const& place, std::initializer_list<std::string_view> choices);

/// Whether a text may serve as an id; says so at the place if it may not.
bool is_id(json_place const& place, std::string_view text);

/// Finds what stands twice where it may stand once.
class unique_names {
public:
    /// Remembers the name; if it was there before, says so at `where` with this advice.
    void
    add(json_place const& place, std::string const& where, std::string const& name, std::string_view advice);

private:
    std::map<std::string, std::string, std::less<>> places_;
};

inline constexpr std::string_view rename_one = "Rename one of them.";
inline constexpr std::string_view change_one = "Change or remove one of them.";

}  // namespace crossroads
