#include "slack/element_ids.hpp"

#include "channel/text_length.hpp"

namespace crossroads::slack {
namespace {

constexpr std::size_t longest_id = 255;
constexpr std::size_t room_for_number = 15;

}  // namespace

std::string unique_ids::take(std::string_view id)
{
    std::string unique(id.substr(0, bytes_within(id, longest_id - room_for_number)));
    auto const count = ++taken_[unique];
    // Also an id that ends like ours gets a number, so that without_number() gives back what was taken.
    if (count > 1 || without_number(unique) != unique)
        unique.append("#").append(std::to_string(count));
    return unique;
}

std::string_view without_number(std::string_view id)
{
    auto const digits = id.find_last_not_of("0123456789");
    if (digits == std::string_view::npos || id[digits] != '#' || digits + 1 == id.size())
        return id;
    return id.substr(0, digits);
}

std::optional<std::string_view> token_in(std::string_view block_id, std::string_view prefix)
{
    if (!block_id.starts_with(prefix))
        return std::nullopt;
    return without_number(block_id.substr(prefix.size()));
}

void name_channel(json& blocks, std::string_view channel)
{
    for (auto& block : blocks) {
        auto id = text_member(block, "block_id");
        if (id.starts_with(buttons_prefix))
            block["block_id"] = id.insert(buttons_prefix.size(), channel);
    }
}

std::string_view channel_in(std::string_view block_id)
{
    return token_in(block_id, buttons_prefix).value_or(std::string_view());
}

std::string input_block_id(std::string_view token)
{
    return unique_ids().take(std::string(input_prefix).append(token));
}

}  // namespace crossroads::slack
