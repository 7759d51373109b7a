#include "channel/base64.hpp"
#include "channel/platform.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace crossroads {

using json = nlohmann::json;

namespace {

constexpr int format = 1;

template <typename Enum>
struct named {
    Enum value;
    std::string_view name;
};

using audience = message::audience;
constexpr std::array audiences = {
    named<audience>{audience::channel, "channel"},
    named<audience>{audience::thread, "thread"},
    named<audience>{audience::thread_and_channel, "thread_and_channel"},
    named<audience>{audience::one_person, "one_person"},
    named<audience>{audience::direct, "direct"},
    named<audience>{audience::profile, "profile"},
};

constexpr std::array styles = {
    named<span::style>{span::style::plain, "plain"},       named<span::style>{span::style::strong, "strong"},
    named<span::style>{span::style::emphasis, "emphasis"}, named<span::style>{span::style::code, "code"},
    named<span::style>{span::style::person, "person"},     named<span::style>{span::style::moment, "moment"},
    named<span::style>{span::style::link, "link"},
};

constexpr std::array looks = {
    named<button::look>{button::look::normal, "normal"},
    named<button::look>{button::look::primary, "primary"},
    named<button::look>{button::look::danger, "danger"},
};

template <typename Enum, std::size_t Size>
std::string_view name_of(std::array<named<Enum>, Size> const& names, Enum value)
{
    return std::ranges::find(names, value, &named<Enum>::value)->name;
}

[[noreturn]] void cannot_be_read(char const* why)
{
    throw json::other_error::create(501, why, static_cast<json const*>(nullptr));
}

template <typename Enum, std::size_t Size>
Enum value_of(std::array<named<Enum>, Size> const& names, std::string_view name)
{
    auto const found = std::ranges::find(names, name, &named<Enum>::name);
    if (found == names.end())
        cannot_be_read("unknown name");
    return found->value;
}

/// The member of an object that has exactly one.
json::const_iterator only_member(json const& object)
{
    if (!object.is_object() || object.size() != 1)
        cannot_be_read("not an object with one member");
    return object.begin();
}

/// `list` itself: a range-for over anything but an array would see one element, or members.
json const& elements(json const& list)
{
    if (!list.is_array())
        cannot_be_read("not an array");
    return list;
}

json written(prose const& text)
{
    auto spans = json::array();
    for (auto const& [piece, how] : text) {
        if (how == span::style::plain)
            spans.push_back(piece);
        else
            spans.push_back({{name_of(styles, how), piece}});
    }
    return spans;
}

prose read_prose(json const& spans)
{
    prose text;
    for (auto const& one : elements(spans)) {
        if (one.is_string()) {
            text.push_back(plain(one.get<std::string>()));
            continue;
        }
        auto const styled = only_member(one);
        text.push_back({styled.value().get<std::string>(), value_of(styles, styled.key())});
    }
    return text;
}

json written(choice_list const& list)
{
    auto choices = json::array();
    for (auto const& [id, label] : list.choices)
        choices.push_back({{"id", id}, {"label", label}});
    return {
        {"token", list.token},
        {"label", list.label},
        {"many", list.many},
        {"choices", std::move(choices)},
        {"chosen", list.chosen}};
}

choice_list read_choice_list(json const& written)
{
    choice_list list;
    list.token = written.at("token").get<std::string>();
    list.label = written.at("label").get<std::string>();
    list.many = written.at("many").get<bool>();
    for (auto const& one : elements(written.at("choices")))
        list.choices.push_back({one.at("id").get<std::string>(), one.at("label").get<std::string>()});
    list.chosen = elements(written.at("chosen")).get<std::vector<std::string>>();
    return list;
}

json written(button_row const& row)
{
    auto buttons = json::array();
    for (auto const& [action, token, label, style, spoken] : row.buttons)
        buttons.push_back(
            {{"action", action},
             {"token", token},
             {"label", label},
             {"look", name_of(looks, style)},
             {"spoken", spoken}});
    return buttons;
}

button_row read_button_row(json const& written)
{
    button_row row;
    for (auto const& one : elements(written))
        row.buttons.push_back(
            {one.at("action").get<std::string>(), one.at("token").get<std::string>(),
             one.at("label").get<std::string>(), value_of(looks, one.at("look").get<std::string>()),
             one.at("spoken").get<std::string>()});
    return row;
}

json written(bullets const& list)
{
    auto items = json::array();
    for (auto const& item : list.items)
        items.push_back(written(item));
    return {{"items", std::move(items)}, {"numbered", list.numbered}};
}

bullets read_bullets(json const& written)
{
    bullets list;
    for (auto const& item : elements(written.at("items")))
        list.items.push_back(read_prose(item));
    list.numbered = written.at("numbered").get<bool>();
    return list;
}

struct block_writer {
    json operator()(heading const& block) const { return {{"heading", block.text}}; }

    json operator()(paragraph const& block) const { return {{"paragraph", written(block.text)}}; }

    json operator()(bullets const& block) const { return {{"bullets", written(block)}}; }

    json operator()(note const& block) const { return {{"note", written(block.text)}}; }

    json operator()(divider const&) const { return {{"divider", true}}; }

    json operator()(choice_list const& block) const { return {{"choice_list", written(block)}}; }

    json operator()(button_row const& block) const { return {{"buttons", written(block)}}; }
};

block read_block(json const& written)
{
    auto const member = only_member(written);
    auto const& kind = member.key();
    auto const& value = member.value();
    if (kind == "heading")
        return heading{value.get<std::string>()};
    if (kind == "paragraph")
        return paragraph{read_prose(value)};
    if (kind == "bullets")
        return read_bullets(value);
    if (kind == "note")
        return note{read_prose(value)};
    if (kind == "divider" && value == true)
        return divider{};
    if (kind == "choice_list")
        return read_choice_list(value);
    if (kind == "buttons")
        return read_button_row(value);
    cannot_be_read("unknown block");
}

json written(attached_file const& file)
{
    return {
        {"name", file.name},
        {"media_type", file.media_type},
        {"content", encode_base64(file.content)},
        {"alt_text", file.alt_text}};
}

attached_file read_file(json const& written)
{
    attached_file file;
    file.name = written.at("name").get<std::string>();
    file.media_type = written.at("media_type").get<std::string>();
    auto content = decode_base64(written.at("content").get<std::string>());
    if (!content)
        cannot_be_read("not base64");
    file.content = *std::move(content);
    file.alt_text = written.at("alt_text").get<std::string>();
    return file;
}

language read_language(json const& written)
{
    auto const known = language_of_locale(written.get<std::string>());
    if (!known)
        cannot_be_read("unknown language");
    return *known;
}

message read_document(json const& document)
{
    message content;
    content.slot = document.at("slot").get<std::string>();
    content.who = value_of(audiences, document.at("who").get<std::string>());
    content.thread_slot = document.at("thread_slot").get<std::string>();
    content.to = document.at("to").get<std::string>();
    content.edit = document.at("edit").get<bool>();
    content.content.summary = document.at("summary").get<std::string>();
    for (auto const& one : elements(document.at("blocks")))
        content.content.blocks.push_back(read_block(one));
    if (auto const tag = document.find("language"); tag != document.end())
        content.content.in = read_language(*tag);
    if (auto const file = document.find("file"); file != document.end())
        content.file = read_file(*file);
    return content;
}

}  // namespace

std::string write_message(message const& content)
{
    auto blocks = json::array();
    for (auto const& one : content.content.blocks)
        blocks.push_back(std::visit(block_writer(), one));
    json document = {
        {"format", format},
        {"slot", content.slot},
        {"who", name_of(audiences, content.who)},
        {"thread_slot", content.thread_slot},
        {"to", content.to},
        {"edit", content.edit},
        {"summary", content.content.summary},
        {"blocks", std::move(blocks)}};
    if (content.content.in != language::english)
        document["language"] = tag_of(content.content.in);
    if (content.file)
        document["file"] = written(*content.file);
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<message> read_message(std::string_view text)
{
    auto const document = json::parse(text, nullptr, false);
    if (!document.is_object() || document.value("format", json()) != format)
        return std::nullopt;
    try {
        return read_document(document);
    } catch (json::exception const&) {
        return std::nullopt;
    }
}

}  // namespace crossroads
