#pragma once

#include "guide/guide.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace crossroads {

/// The guide new assessments use, and the earlier ones that open assessments are pinned to.
/// Filled at start, then only read: safe to use from any thread.
class guide_library {
public:
    explicit guide_library(guide current);

    /// Adds a guide that was in use before.
    void keep(guide earlier);

    std::shared_ptr<guide const> const& current() const { return current_; }

    /// Null when no guide with this hash is known.
    std::shared_ptr<guide const> by_hash(std::string_view sha256) const;

private:
    std::shared_ptr<guide const> current_;
    std::map<std::string, std::shared_ptr<guide const>, std::less<>> by_hash_;
};

}  // namespace crossroads
