#pragma once

#include <nlohmann/json.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace crossroads {

/// The first thing wrong with a JSON document, with its path: `assessments[0].people[2].joined: …`.
class json_defect {
public:
    void note(std::string_view where, std::string_view what)
    {
        if (text_.empty())
            text_ = std::string{where.empty() ? "the document" : where} + ": " + std::string{what};
    }

    bool found() const { return !text_.empty(); }

    std::string const& text() const { return text_; }

private:
    std::string text_;
};

// Reads one value of a document; notes a defect when it is something else. A type of ours joins in with an
// overload of its own, found by its namespace.
inline void
read_json(nlohmann::json const& from, std::string const& where, json_defect& defect, std::string& into)
{
    if (auto const* text = from.get_ptr<std::string const*>())
        into = *text;
    else
        defect.note(where, "must be a string");
}

inline void read_json(nlohmann::json const& from, std::string const& where, json_defect& defect, bool& into)
{
    if (from.is_boolean())
        into = from.get<bool>();
    else
        defect.note(where, "must be true or false");
}

template <std::signed_integral Number>
void read_json(nlohmann::json const& from, std::string const& where, json_defect& defect, Number& into)
{
    bool const fits =
        from.is_number_integer() &&
        (!from.is_number_unsigned() ||
         from.get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<std::int64_t>::max()}) &&
        std::in_range<Number>(from.get<std::int64_t>());
    if (fits)
        into = static_cast<Number>(from.get<std::int64_t>());
    else
        defect.note(where, "must be a whole number that fits");
}

inline std::string at_place(std::string path, std::size_t place)
{
    return path.append("[").append(std::to_string(place)).append("]");
}

template <class Value>
void read_json(
    nlohmann::json const& from, std::string const& where, json_defect& defect, std::vector<Value>& into)
{
    if (!from.is_array())
        return defect.note(where, "must be a list");
    into.clear();
    into.reserve(from.size());
    for (std::size_t i = 0; i < from.size() && !defect.found(); ++i)
        read_json(from[i], at_place(where, i), defect, into.emplace_back());
}

template <class Value>
void read_json(
    nlohmann::json const& from, std::string const& where, json_defect& defect,
    std::map<std::string, Value>& into)
{
    if (!from.is_object())
        return defect.note(where, "must be an object");
    into.clear();
    for (auto const& [key, value] : from.items())
        read_json(value, std::string{where}.append(".").append(key), defect, into[key]);
}

/// The fields of one JSON object: each is read once, and no other may be there.
class json_fields {
public:
    json_fields(nlohmann::json const& object, std::string where, json_defect& defect)
        : object_{object}, where_{std::move(where)}, defect_{defect}
    {
        if (!object.is_object())
            defect.note(where_, "must be an object");
    }

    template <class Value>
    json_fields& required(std::string_view key, Value& into)
    {
        if (!has(key))
            defect_.note(path(key), "is missing");
        else
            read(key, into);
        return *this;
    }

    template <class Value>
    json_fields& optional(std::string_view key, Value& into)
    {
        if (has(key))
            read(key, into);
        return *this;
    }

    void no_others() const
    {
        if (defect_.found() || read_ == object_.size())
            return;
        defect_.note(where_, "holds a field that is not known");
    }

private:
    bool has(std::string_view key) const { return object_.is_object() && object_.contains(key); }

    std::string path(std::string_view key) const
    {
        return where_.empty() ? std::string{key} : where_ + "." + std::string{key};
    }

    template <class Value>
    void read(std::string_view key, Value& into)
    {
        ++read_;
        if (!defect_.found())
            read_json(object_.at(std::string{key}), path(key), defect_, into);
    }

    nlohmann::json const& object_;
    std::string where_;
    json_defect& defect_;
    std::size_t read_ = 0;
};

}  // namespace crossroads
