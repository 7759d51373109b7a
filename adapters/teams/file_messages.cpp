#include "teams/file_messages.hpp"

#include "channel/base64.hpp"
#include "channel/text_length.hpp"
#include "teams/adaptive_card.hpp"
#include "teams/connector.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace crossroads::teams {
namespace {

constexpr std::size_t longest_text = std::size_t{24} * 1024;
constexpr std::size_t largest_picture = std::size_t{40} * 1024;  // Teams takes 80 KB in all, in base64

/// A fence of markdown that the text cannot close.
std::string fence_for(std::string_view text)
{
    std::size_t longest = 2;
    std::size_t run = 0;
    for (char const c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return std::string(longest + 1, '`');
}

json text_message(attached_file const& file)
{
    auto const content = clean_text(file.content);
    auto const fence = fence_for(content);
    auto const text = without_markdown(file.name) + "\n\n" + fence + "\n" + content + "\n" + fence;
    return {{"type", "message"}, {"textFormat", "markdown"}, {"text", text}, {"summary", file.name}};
}

json picture_message(attached_file const& file)
{
    json const picture = {
        {"contentType", file.media_type},
        {"contentUrl", "data:" + file.media_type + ";base64," + encode_base64(file.content)},
        {"name", file.name}};
    return {{"type", "message"}, {"summary", file.alt_text}, {"attachments", json::array({picture})}};
}

}  // namespace

std::optional<json> file_message(attached_file const& file, card const& content, people_names const& names)
{
    if (!file.media_type.starts_with("image/")) {
        if (file.content.size() > longest_text)
            return std::nullopt;
        return text_message(file);
    }
    if (file.content.size() <= largest_picture)
        return picture_message(file);
    auto told = content;
    told.blocks.emplace_back(note{{plain(file.alt_text)}});
    return card_message(adaptive_card(told, {names, {}}), summary_of(told, names));
}

}  // namespace crossroads::teams
