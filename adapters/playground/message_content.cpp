#include "playground/message_content.hpp"

#include "playground/block_validation.hpp"

namespace crossroads::playground {
namespace {

constexpr std::size_t text_is_cut_at = 40'000;
constexpr std::size_t block_characters = 13'200;
constexpr std::size_t markdown_characters = 12'000;

/// The argument as JSON, whether it came as JSON or as a string that holds it; null if empty.
std::optional<json> structured(json const& argument)
{
    auto const* const string = argument.get_ptr<json::string_t const*>();
    if (!string)
        return argument;
    return string->empty() ? json() : read_json(*string);
}

std::string cut(std::string text, std::size_t most)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const starts_one = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        if (starts_one && ++count > most) {
            text.resize(at);
            break;
        }
    }
    return text;
}

std::optional<refusal> read_text(json const& arguments, std::size_t text_limit, message_content& content)
{
    if (arguments.contains("markdown_text")) {
        if (arguments.contains("text") || arguments.contains("blocks"))
            return refusal{"markdown_text_conflict", {}};
        content.text = text_of(arguments, "markdown_text");
        if (characters(*content.text) > markdown_characters)
            return refusal{"msg_too_long", {}};
        return std::nullopt;
    }
    auto const& text = field_of(arguments, "text");
    if (text.is_null())
        return std::nullopt;
    if (!text.is_string())
        return refusal{"invalid_arguments", {"[ERROR] must provide a string [json-pointer:/text]"}};
    content.text = text.get<std::string>();
    if (text_limit != 0 && characters(*content.text) > text_limit)
        return refusal{"msg_too_long", {}};
    content.text = cut(std::move(*content.text), text_is_cut_at);
    return std::nullopt;
}

std::optional<refusal> read_blocks(json const& arguments, message_content& content)
{
    auto blocks = structured(field_of(arguments, "blocks"));
    if (!blocks)
        return refusal{"invalid_blocks_format", {}};
    if (blocks->is_null())
        return std::nullopt;
    if (!blocks->is_array())
        return refusal{"invalid_blocks_format", {"[ERROR] must provide an array [json-pointer:/blocks]"}};
    auto const defects = validate_blocks(*blocks);
    if (!defects.empty()) {
        refusal refused{"invalid_blocks", {}};
        for (auto const& defect : defects)
            refused.messages.push_back(to_string(defect));
        return refused;
    }
    if (characters_in_blocks(*blocks) > block_characters)
        return refusal{"msg_blocks_too_long", {}};
    content.blocks = std::move(*blocks);
    return std::nullopt;
}

std::optional<refusal> read_metadata(json const& arguments, message_content& content)
{
    if (!arguments.contains("metadata"))
        return std::nullopt;
    auto metadata = structured(arguments["metadata"]);
    if (!metadata || !(metadata->is_object() || metadata->is_null()))
        return refusal{"invalid_metadata_format", {}};
    if (metadata->empty()) {
        content.metadata = json();
        return std::nullopt;
    }
    bool const complete =
        !text_of(*metadata, "event_type").empty() && field_of(*metadata, "event_payload").is_object();
    if (!complete)
        return refusal{"invalid_metadata_schema", {}};
    content.metadata =
        json{{"event_type", (*metadata)["event_type"]}, {"event_payload", (*metadata)["event_payload"]}};
    return std::nullopt;
}

}  // namespace

std::variant<message_content, refusal> read_content(json const& arguments, std::size_t text_limit)
{
    message_content content;
    if (auto refused = read_text(arguments, text_limit, content))
        return *refused;
    if (auto refused = read_blocks(arguments, content))
        return *refused;
    if (auto refused = read_metadata(arguments, content))
        return *refused;
    if (!field_of(arguments, "attachments").is_null() &&
        !structured(arguments["attachments"]).value_or(json(1)).empty())
        return refusal{"invalid_attachments", {"[ERROR] this workspace shows blocks, not attachments"}};
    return content;
}

bool says_something(message_content const& content)
{
    return (content.text && !content.text->empty()) || (content.blocks && !content.blocks->empty());
}

}  // namespace crossroads::playground
