#include "settings/setting_values.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

namespace crossroads {
namespace {

using json = nlohmann::json;
using values = std::map<std::string, setting_value>;

constexpr std::string_view prefix = "CROSSROADS_";

// The variables of the project's own tests: a service started by a test inherits them.
constexpr std::array<std::string_view, 4> test_variables = {
    "CROSSROADS_SHARED", "CROSSROADS_SEEDS", "CROSSROADS_EMIT_DIR", "CROSSROADS_BINARY"};

std::optional<std::string> read_file(std::string const& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

void trim_line_end(std::string& text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
}

setting_description const* find_by_environment(std::string_view name)
{
    auto const& all = setting_descriptions();
    auto const found = std::ranges::find(all, name, &setting_description::environment);
    return found == all.end() ? nullptr : &*found;
}

bool is_known_key(std::string_view key)
{
    return std::ranges::find(setting_descriptions(), key, &setting_description::key) !=
           setting_descriptions().end();
}

std::string text_of(json const& value)
{
    return value.is_string() ? value.get<std::string>()
                             : value.dump(-1, ' ', false, json::error_handler_t::replace);
}

void take_config_file(std::string const& path, values& found, std::vector<settings_problem>& problems)
{
    auto const text = read_file(path);
    if (!text) {
        problems.push_back({"--config", "cannot read " + path, "check the path and its permissions"});
        return;
    }
    auto const parsed = json::parse(*text, nullptr, false);
    if (!parsed.is_object()) {
        problems.push_back({path, "is not a JSON object", "write it as {\"listen\": \"127.0.0.1:8080\"}"});
        return;
    }
    for (auto const& [key, value] : parsed.items()) {
        auto place = fmt::format("{} in {}", key, path);
        if (!is_known_key(key))
            problems.push_back({std::move(place), "is not a setting", "remove it, or see the README's list"});
        else if (value.is_array() || value.is_object() || value.is_null())
            problems.push_back(
                {std::move(place), "must be a text, a number or true/false", "write one value"});
        else
            found[key] = {text_of(value), std::move(place)};
    }
}

void take_variable(
    std::string const& name, std::string const& value, values& found, std::vector<settings_problem>& problems)
{
    if (auto const* known = find_by_environment(name)) {
        found[std::string(known->key)] = {value, name};
        return;
    }
    constexpr std::string_view suffix = "_FILE";
    if (name.ends_with(suffix)) {
        auto const* known =
            find_by_environment(std::string_view(name).substr(0, name.size() - suffix.size()));
        if (known && known->secret) {
            auto content = read_file(value);
            if (!content) {
                problems.push_back({name, "cannot read " + value, "check the path and its permissions"});
                return;
            }
            trim_line_end(*content);
            found[std::string(known->key)] = {std::move(*content), name};
            return;
        }
    }
    problems.push_back({name, "is not a setting", "unset it, or see the README's list for the right name"});
}

void take_environment(
    std::map<std::string, std::string> const& environment, values& found,
    std::vector<settings_problem>& problems)
{
    for (auto const& [name, value] : environment) {
        if (!name.starts_with(prefix) || std::ranges::find(test_variables, name) != test_variables.end())
            continue;
        auto const given_twice = environment.find(name + "_FILE");
        if (given_twice != environment.end())
            problems.push_back({name, "is set, and so is " + given_twice->first, "unset one of them"});
        take_variable(name, value, found, problems);
    }
}

}  // namespace

std::map<std::string, setting_value>
gather_setting_values(settings_sources const& sources, std::vector<settings_problem>& problems)
{
    values found;
    if (!sources.config_file.empty())
        take_config_file(sources.config_file, found, problems);
    take_environment(sources.environment, found, problems);
    for (auto const& [key, value] : sources.options)
        found[key] = {value, "--" + key};
    return found;
}

}  // namespace crossroads
