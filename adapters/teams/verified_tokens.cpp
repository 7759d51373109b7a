#include "teams/verified_tokens.hpp"

#include "channel/fingerprint.hpp"

#include <utility>

namespace crossroads::teams {

std::optional<channel_token> verified_tokens::find(std::string_view token, time now) const
{
    auto const found = kept_.find(fingerprint(token));
    if (found == kept_.end() || now >= found->second.expires)
        return std::nullopt;
    return found->second;
}

void verified_tokens::keep(std::string_view token, channel_token verified, time now)
{
    if (most_ == 0 || now >= verified.expires)
        return;
    if (kept_.size() >= most_)
        std::erase_if(kept_, [now](auto const& one) { return now >= one.second.expires; });
    if (kept_.size() >= most_)
        kept_.clear();
    kept_.insert_or_assign(fingerprint(token), std::move(verified));
}

}  // namespace crossroads::teams
