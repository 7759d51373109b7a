#include "teams/key_cache.hpp"

#include <utility>

namespace crossroads::teams {
namespace {

constexpr std::chrono::hours oldest{24};  // Microsoft: "refresh at least every 24 hours"
constexpr std::chrono::minutes between_fetches{5};
constexpr std::chrono::seconds between_first_tries{10};  // as long as there are no keys, nothing works

}  // namespace

bool key_cache::wants_fetch(std::string_view id, time now) const
{
    if (fetching_)
        return false;
    auto const pause = fetched_at_ ? std::chrono::seconds(between_fetches) : between_first_tries;
    if (tried_at_ && now >= *tried_at_ && now - *tried_at_ < pause)
        return false;
    bool const too_old = !fetched_at_ || now - *fetched_at_ >= oldest;
    return too_old || find_key(*keys_, id) == nullptr;
}

void key_cache::fetch_begins(time now)
{
    tried_at_ = now;
    fetching_ = true;
}

void key_cache::fetched(signing_keys keys, time now)
{
    keys_ = std::make_shared<signing_keys const>(std::move(keys));
    fetched_at_ = now;
    fetching_ = false;
}

void key_cache::fetch_failed()
{
    fetching_ = false;
}

}  // namespace crossroads::teams
