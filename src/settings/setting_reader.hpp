#pragma once

#include "settings/setting_values.hpp"
#include "settings/settings.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossroads {

/// Reads values one by one into a settings object and collects what is wrong with them.
class setting_reader {
public:
    setting_reader(std::map<std::string, setting_value> values, std::vector<settings_problem> problems)
        : values_(std::move(values)), problems_(std::move(problems))
    {}

    setting_value const* find(std::string const& key) const
    {
        auto const found = values_.find(key);
        return found == values_.end() ? nullptr : &found->second;
    }

    void text(std::string const& key, std::string& into)
    {
        if (auto const* value = find(key))
            into = value->text;
    }

    void flag(std::string const& key, bool& into)
    {
        auto const* value = find(key);
        if (!value)
            return;
        if (value->text == "1" || value->text == "true")
            into = true;
        else if (value->text == "0" || value->text == "false" || value->text.empty())
            into = false;
        else
            refuse(*value, "is \"" + value->text + "\"", "use 1 or 0");
    }

    void refuse(setting_value const& value, std::string problem, std::string fix)
    {
        problems_.push_back({value.named, std::move(problem), std::move(fix)});
    }

    void missing(std::string_view key, std::string problem, std::string fix)
    {
        problems_.push_back({std::string(key), std::move(problem), std::move(fix)});
    }

    std::vector<settings_problem> take_problems() { return std::move(problems_); }

private:
    std::map<std::string, setting_value> values_;
    std::vector<settings_problem> problems_;
};

}  // namespace crossroads
