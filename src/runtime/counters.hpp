#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace crossroads {

/// Counts by name and one label, for `/metrics`. Safe to use from any thread.
class counters {
public:
    /// Adds one to `name{label="value"}`. Of one name at most 200 values are told apart: the rest count
    /// as "other", so that a sender cannot grow the list.
    void count(std::string_view name, std::string_view label, std::string_view value);

    std::uint64_t get(std::string_view name, std::string_view value) const;

    /// Prometheus' text format: one `# TYPE` line for each name, then its samples.
    std::string prometheus_text() const;

private:
    struct family {
        std::string label;
        std::map<std::string, std::uint64_t, std::less<>> values;
    };

    mutable std::mutex mutex_;
    std::map<std::string, family, std::less<>> families_;
};

}  // namespace crossroads
