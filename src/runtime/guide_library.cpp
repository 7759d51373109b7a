#include "runtime/guide_library.hpp"

#include <utility>

namespace crossroads {

guide_library::guide_library(guide current) : current_(std::make_shared<guide const>(std::move(current)))
{
    by_hash_[current_->sha256] = current_;
}

void guide_library::keep(guide earlier)
{
    auto shared = std::make_shared<guide const>(std::move(earlier));
    by_hash_.try_emplace(shared->sha256, shared);
}

std::shared_ptr<guide const> guide_library::by_hash(std::string_view sha256) const
{
    auto const found = by_hash_.find(sha256);
    return found == by_hash_.end() ? nullptr : found->second;
}

}  // namespace crossroads
