#include "decision/broken_utf8.hpp"
#include "decision/document.hpp"
#include "guide/json_place.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace crossroads {

namespace {

using json = nlohmann::json;

constexpr int deepest_nesting = 16;
constexpr std::size_t longest_string = 12000;  // bytes; the longest text takes at most four per character

// Refuses what nlohmann would quietly accept: a key given twice, deep nesting.
class strictness {
public:
    bool accepts(int depth, json::parse_event_t event, json const& parsed)
    {
        auto const level = static_cast<std::size_t>(std::max(depth, 0));
        if (depth > deepest_nesting) {
            wrong_ =
                "The input is nested too deeply: more than " + std::to_string(deepest_nesting) + " levels.";
            return false;
        }
        if (event == json::parse_event_t::object_start) {
            keys_.resize(level + 1);
            keys_.emplace_back();
        }
        if (event == json::parse_event_t::key && level < keys_.size() && wrong_.empty() &&
            !keys_[level].insert(parsed.get_ref<std::string const&>()).second) {
            wrong_ = "The key " + in_quotes(parsed.get_ref<std::string const&>()) +
                     " is given twice in one object.";
        }
        return true;
    }

    std::string const& wrong() const { return wrong_; }

private:
    std::vector<std::set<std::string>> keys_;  // of the objects being read, by depth
    std::string wrong_;
};

std::variant<json, std::string> parse(std::string_view text)
{
    strictness strict;
    auto const watch = [&strict](int depth, json::parse_event_t event, json const& parsed) {
        return strict.accepts(depth, event, parsed);
    };
    try {
        auto document = json::parse(text, watch);
        if (strict.wrong().empty()) {
            return document;
        }
        return strict.wrong();
    } catch (json::parse_error const& error) {
        return "The input is not valid JSON: something is wrong at byte " + std::to_string(error.byte) + ".";
    } catch (json::out_of_range const&) {
        return std::string{"The input holds a number that is too large."};
    }
}

/// Reads one sheet; the first thing that is wrong is kept, and reading goes on with empty values.
class sheet_reader {
public:
    sheet_reader(guide const& rules, bool broken_bytes) : rules_(rules), broken_bytes_(broken_bytes) {}

    answer_sheet read(json const& document);

    std::string const& wrong() const { return wrong_; }

private:
    void refuse(std::string why)
    {
        if (wrong_.empty()) {
            wrong_ = std::move(why);
        }
    }

    json const&
    object(json const& value, std::string const& where, std::initializer_list<std::string_view> keys);
    json const& member(json const& value, std::string_view key) const;
    std::string text(json const& value, std::string const& where);
    std::string hat(json const& value, std::string const& where);
    question const* asked(std::string const& id, std::string const& where);
    respondent person(json const& value, std::size_t position);
    std::optional<answer> one_answer(json const& value, question const& to, std::string const& where);
    selection options(json const& value, question const& to, std::string const& where);
    void settlements(json const& value, answer_sheet& into);
    void marks(json const& value, answer_sheet& into);

    guide const& rules_;
    bool broken_bytes_;  // the input held bytes that are not UTF-8, now marked
    std::string wrong_;
};

// An object with no other keys than these (any, if none are named); an empty object otherwise.
json const& sheet_reader::object(
    json const& value, std::string const& where, std::initializer_list<std::string_view> keys)
{
    static json const empty = json::object();
    if (!value.is_object()) {
        refuse(where + " must be an object.");
        return empty;
    }
    for (auto const& [key, unused] : value.items()) {
        if (keys.size() != 0 && std::ranges::find(keys, key) == keys.end()) {
            refuse(where + " has an unknown key " + in_quotes(key) + ".");
        }
    }
    return value;
}

// Null when absent: every reader of a value refuses null where something must be there.
json const& sheet_reader::member(json const& value, std::string_view key) const
{
    static json const absent;
    auto const found = value.find(key);
    return found == value.end() ? absent : *found;
}

std::string sheet_reader::text(json const& value, std::string const& where)
{
    if (!value.is_string()) {
        refuse(where + " must be a string.");
        return {};
    }
    auto const& read = value.get_ref<std::string const&>();
    if (broken_bytes_ && read.find(broken_byte) != std::string::npos) {
        refuse(where + " is not valid UTF-8.");
    } else if (read.find('\0') != std::string::npos) {
        refuse(where + " holds the character U+0000, which cannot be kept. Remove it.");
    } else if (read.size() > longest_string) {
        refuse(where + " is far too long: a text may have 3000 characters.");
    } else {
        return read;
    }
    return {};
}

question const* sheet_reader::asked(std::string const& id, std::string const& where)
{
    auto const* const found = rules_.find(id);
    if (found == nullptr) {
        refuse(where + ": the guide has no question " + in_quotes(id) + ".");
    }
    return found;
}

selection sheet_reader::options(json const& value, question const& to, std::string const& where)
{
    selection chosen;
    for (auto const& each : value) {
        chosen.options.push_back(text(each, where + ", an option"));
    }
    auto const place = [&to](std::string const& id) {
        return std::ranges::find(to.options, id, &option::id) - to.options.begin();
    };
    std::ranges::stable_sort(chosen.options, {}, place);
    return chosen;
}

std::optional<answer>
sheet_reader::one_answer(json const& value, question const& to, std::string const& where)
{
    if (value.is_object()) {
        if (value == json{{"unknown", true}}) {
            return do_not_know{};
        }
        refuse(where + ": an object can only be {\"unknown\": true}.");
        return std::nullopt;
    }
    switch (to.type) {
    case question_type::text:
        if (value.is_string()) {
            return free_text{text(value, where)};
        }
        refuse(where + " takes a text: give a string.");
        return std::nullopt;
    case question_type::single:
        if (value.is_string()) {
            return selection{{text(value, where)}};
        }
        refuse(where + " is a single choice: give one option id as a string.");
        return std::nullopt;
    case question_type::multi:
        if (value.is_array()) {
            return options(value, to, where);
        }
        refuse(where + " is a multi-select: give an array of option ids.");
        return std::nullopt;
    }
    return std::nullopt;
}

std::string sheet_reader::hat(json const& value, std::string const& where)
{
    static constexpr std::array<std::string_view, 5> hats{
        "", "product", "engineering", "commercial", "support"};
    auto worn = value.is_null() ? std::string() : text(value, where + ", hat");
    if (std::ranges::find(hats, worn) == hats.end()) {
        refuse(
            where + ": there is no hat " + in_quotes(worn) +
            "; use product, engineering, commercial or support.");
    }
    return worn;
}

respondent sheet_reader::person(json const& value, std::size_t position)
{
    auto where = "respondents[" + std::to_string(position) + "]";
    auto const& fields = object(value, where, {"id", "hat", "answers"});
    respondent made;
    made.id = text(member(fields, "id"), where + ".id");
    if (made.id.empty()) {
        refuse(where + ".id is empty. Give every respondent an id.");
    }
    where = "Respondent " + in_quotes(made.id);
    made.hat = hat(member(fields, "hat"), where);
    for (auto const& [id, given] : object(member(fields, "answers"), where + ", answers", {}).items()) {
        auto const* const to = asked(id, where);
        if (to == nullptr) {
            continue;
        }
        if (auto read = one_answer(given, *to, where + ", question " + in_quotes(id))) {
            made.answers.emplace(id, std::move(*read));
        }
    }
    return made;
}

void sheet_reader::settlements(json const& value, answer_sheet& into)
{
    if (value.is_null()) {
        return;
    }
    for (auto const& [id, given] : object(value, "settled", {}).items()) {
        auto const where = "Settled question " + in_quotes(id);
        auto const* const to = asked(id, "settled");
        auto const& fields = object(given, where, {"value", "by", "reason"});
        auto const by = member(fields, "by");
        auto const reason = member(fields, "reason");
        if (to == nullptr) {
            continue;
        }
        if (auto read = one_answer(member(fields, "value"), *to, where)) {
            into.settled.emplace(
                id, settlement{
                        std::move(*read), by.is_null() ? "" : text(by, where + ", by"),
                        reason.is_null() ? "" : text(reason, where + ", reason")});
        }
    }
}

void sheet_reader::marks(json const& value, answer_sheet& into)
{
    if (value.is_null()) {
        return;
    }
    for (auto const& [budget, mark] : object(value, "concrete", {}).items()) {
        if (!mark.is_boolean()) {
            refuse("Concrete mark " + in_quotes(budget) + " must be true or false.");
            continue;
        }
        into.concrete.emplace(budget, mark.get<bool>());
    }
}

answer_sheet sheet_reader::read(json const& document)
{
    answer_sheet made;
    auto const& fields =
        object(document, "The input", {"guide", "product", "respondents", "settled", "concrete"});
    if (auto const& id = member(fields, "guide"); !id.is_null() && text(id, "guide") != rules_.id) {
        refuse("The answers are for another guide than " + in_quotes(rules_.id) + ".");
    }
    if (auto const& product = member(fields, "product"); !product.is_null()) {
        made.product = text(product, "product");
    }
    auto const& people = member(fields, "respondents");
    if (!people.is_array()) {
        refuse("The input needs \"respondents\", an array.");
        return made;
    }
    for (std::size_t position = 0; position < people.size(); ++position) {
        made.respondents.push_back(person(people[position], position));
    }
    settlements(member(fields, "settled"), made);
    marks(member(fields, "concrete"), made);
    return made;
}

}  // namespace

std::variant<answer_sheet, std::string> read_sheet(guide const& rules, std::string_view text)
{
    auto const marked = mark_broken_bytes(text);
    auto const document = parse(marked ? std::string_view(*marked) : text);
    if (auto const* const why = std::get_if<std::string>(&document)) {
        return *why;
    }
    sheet_reader reader(rules, marked.has_value());
    auto sheet = reader.read(std::get<json>(document));
    if (!reader.wrong().empty()) {
        return reader.wrong();
    }
    auto const defects = check_sheet(rules, sheet);
    if (!defects.empty()) {
        return defects.front().what;
    }
    return sheet;
}

}  // namespace crossroads
