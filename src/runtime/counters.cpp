#include "runtime/counters.hpp"

#include <fmt/format.h>

namespace crossroads {
namespace {

constexpr std::size_t most_values = 200;
constexpr std::size_t longest_value = 64;

/// A label value that needs no escaping in Prometheus' text format.
std::string label_value(std::string_view text)
{
    std::string clean;
    for (char const c : text.substr(0, longest_value)) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '_' || c == ':' || c == '.' || c == '-' || c == '/';
        clean += plain ? c : '_';
    }
    return clean;
}

}  // namespace

void counters::count(std::string_view name, std::string_view label, std::string_view value)
{
    auto clean = label_value(value);
    std::lock_guard const lock(mutex_);
    auto found = families_.find(name);
    if (found == families_.end())
        found = families_.emplace(name, family{std::string(label), {}}).first;
    auto& values = found->second.values;
    if (values.size() >= most_values && !values.contains(clean))
        clean = "other";
    ++values[clean];
}

std::uint64_t counters::get(std::string_view name, std::string_view value) const
{
    std::lock_guard const lock(mutex_);
    auto const found = families_.find(name);
    if (found == families_.end())
        return 0;
    auto const sample = found->second.values.find(value);
    return sample == found->second.values.end() ? 0 : sample->second;
}

std::string counters::prometheus_text() const
{
    std::lock_guard const lock(mutex_);
    std::string text;
    for (auto const& [name, counted] : families_) {
        text += fmt::format("# TYPE {} counter\n", name);
        for (auto const& [value, sum] : counted.values)
            text += fmt::format("{}{{{}=\"{}\"}} {}\n", name, counted.label, value, sum);
    }
    return text;
}

}  // namespace crossroads
