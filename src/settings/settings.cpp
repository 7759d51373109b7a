#include "settings/settings.hpp"

#include "settings/contact_address.hpp"
#include "settings/setting_reader.hpp"
#include "settings/setting_values.hpp"
#include "settings/teams_settings.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

namespace crossroads {
namespace {

template <class Number>
std::optional<Number> whole_number(std::string_view text, Number most)
{
    Number number = 0;
    auto const parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size() || number > most)
        return std::nullopt;
    return number;
}

void read_listen(setting_reader& from, settings& into)
{
    auto const* value = from.find("listen");
    if (!value)
        return;
    auto const colon = value->text.rfind(':');
    auto const port = colon == std::string::npos
                          ? std::nullopt
                          : whole_number<unsigned>(std::string_view(value->text).substr(colon + 1), 65535U);
    auto address = value->text.substr(0, colon == std::string::npos ? 0 : colon);
    if (address.size() > 2 && address.front() == '[' && address.back() == ']')
        address = address.substr(1, address.size() - 2);
    if (!port || address.empty()) {
        from.refuse(*value, "is \"" + value->text + "\"", "write address:port, such as 127.0.0.1:8080");
        return;
    }
    into.listen_address = address;
    into.listen_port = static_cast<std::uint16_t>(*port);
}

void read_logging(setting_reader& from, settings& into)
{
    constexpr std::array<std::string_view, 6> levels = {"trace", "debug", "info", "warn", "error", "off"};
    if (auto const* level = from.find("log_level")) {
        if (std::ranges::find(levels, level->text) == levels.end())
            from.refuse(
                *level, "is \"" + level->text + "\"", "use one of trace, debug, info, warn, error, off");
        else
            into.log_level = level->text;
    }
    if (auto const* format = from.find("log_format")) {
        if (format->text == "json")
            into.log = log_format::json;
        else if (format->text != "text")
            from.refuse(*format, "is \"" + format->text + "\"", "use text or json");
    }
}

void read_spoken_language(setting_reader& from, settings& into)
{
    auto const* value = from.find("language");
    if (!value)
        return;
    if (auto const known = language_named(value->text))
        into.spoken = *known;
    else
        from.refuse(*value, "is \"" + value->text + "\"", "use one of " + known_languages());
}

void read_signing_secrets(setting_reader& from, settings& into)
{
    auto const* value = from.find("slack_signing_secret");
    if (!value)
        return;
    std::string_view rest = value->text;
    while (true) {
        auto const comma = rest.find(',');
        into.slack_signing_secrets.emplace_back(rest.substr(0, comma));
        if (comma == std::string_view::npos)
            break;
        rest.remove_prefix(comma + 1);
    }
    bool const one_is_empty = std::ranges::any_of(
        into.slack_signing_secrets, [](std::string const& secret) { return secret.empty(); });
    if (one_is_empty || into.slack_signing_secrets.size() > 2) {
        from.refuse(
            *value, "must hold one secret, or two with a comma between them",
            "copy it from the Slack app's Basic Information page");
    }
}

void read_slack(setting_reader& from, settings& into)
{
    read_signing_secrets(from, into);
    from.text("slack_bot_token", into.slack_bot_token);
    from.text("slack_api_url", into.slack_api_url);
    from.text("slack_command", into.slack_command);
    if (auto const* url = from.find("slack_api_url")) {
        if (!url->text.starts_with("https://") && !url->text.starts_with("http://"))
            from.refuse(*url, "is not a URL", "write it as https://slack.com/api/");
        else if (url->text.back() != '/')
            into.slack_api_url += '/';
    }
    if (auto const* command = from.find("slack_command")) {
        if (command->text.size() < 2 || command->text.front() != '/' || command->text.size() > 32)
            from.refuse(*command, "is \"" + command->text + "\"", "write it with its slash, such as /assess");
    }
}

void require_slack(setting_reader& from, settings const& read)
{
    if (read.playground) {
        bool const on_loopback = read.listen_address.starts_with("127.") || read.listen_address == "::1";
        if (!on_loopback)
            from.missing(
                "CROSSROADS_LISTEN", "is not a loopback address, and --playground is for this machine only",
                "use 127.0.0.1:8080");
        if (!read.tls_cert.empty())
            from.missing("CROSSROADS_TLS_CERT", "cannot go with --playground", "unset it");
        if (from.find("slack_api_url"))
            from.missing(
                "CROSSROADS_SLACK_API_URL", "cannot go with --playground, which is a Slack of its own",
                "unset one of the two");
        return;
    }
    bool const only_teams = !read.teams_app_id.empty() && read.slack_signing_secrets.empty() &&
                            !from.find("slack_signing_secret") && read.slack_bot_token.empty();
    if (only_teams)
        return;
    if (read.slack_signing_secrets.empty() && !from.find("slack_signing_secret"))
        from.missing(
            "CROSSROADS_SLACK_SIGNING_SECRET", "is not set",
            "copy it from the Slack app's Basic Information page, or start with --playground");
    if (read.slack_bot_token.empty())
        from.missing(
            "CROSSROADS_SLACK_BOT_TOKEN", "is not set",
            "copy the token that starts with xoxb- from the Slack app's OAuth page, or start with "
            "--playground");
}

void read_number(
    setting_reader& from, std::string const& key, std::size_t most, std::string const& fix, std::size_t& into)
{
    auto const* value = from.find(key);
    if (!value)
        return;
    auto const number = whole_number<std::size_t>(value->text, most);
    if (!number || *number == 0)
        from.refuse(*value, "is \"" + value->text + "\"", fix);
    else
        into = *number;
}

void read_retention(setting_reader& from, settings& into)
{
    for (auto const& [key, days] :
         {std::pair{"keep_finished_days", &into.keep_finished_days},
          std::pair{"keep_cancelled_days", &into.keep_cancelled_days}}) {
        auto const* value = from.find(key);
        if (value && value->text == "0")
            *days = 0;
        else
            read_number(from, key, 36'500, "use a number of days up to 36500, or 0 for good", *days);
    }
}

/// "7d" or "2w".
void read_window(setting_reader& from, settings& into)
{
    auto const* value = from.find("window");
    if (!value)
        return;
    constexpr int longest = 90;
    std::string_view const text = value->text;
    bool const weeks = text.ends_with('w');
    bool const has_unit = weeks || text.ends_with('d');
    auto const number = has_unit ? whole_number<int>(text.substr(0, text.size() - 1), longest) : std::nullopt;
    auto const days = number.value_or(0) * (weeks ? 7 : 1);
    if (days < 1 || days > longest)
        from.refuse(
            *value, "is \"" + value->text + "\"", "use a number of days from 1d to 90d, or weeks such as 2w");
    else
        into.window_days = days;
}

/// A line that people read, of at most `longest` characters.
void read_line(setting_reader& from, std::string const& key, std::size_t longest, std::string& into)
{
    auto const* value = from.find(key);
    if (!value)
        return;
    into = trimmed(value->text);
    bool const one_line = clean(into) == into && into.find_first_of("\n\r\t") == std::string::npos;
    if (into.empty() || !one_line || length(into) > longest)
        from.refuse(
            *value,
            into.empty() ? "is empty"
                         : "is not one line of at most " + std::to_string(longest) + " characters",
            "write it on one line of at most " + std::to_string(longest) + " characters, or unset it");
}

void read_second_opinion(setting_reader& from, settings& into)
{
    contact whom;
    read_line(from, "second_opinion_name", 60, whom.name);
    read_line(from, "second_opinion_sentence", 200, whom.sentence);
    auto const* address = from.find("second_opinion_address");
    if (address && is_contact_address(address->text))
        whom.address = address->text;
    else if (address)
        from.refuse(
            *address, "is \"" + address->text + "\"",
            "write an https link such as https://example.com/review or a mail address");
    std::vector<std::string_view> missing;
    for (auto const& known : setting_descriptions())
        if (known.key.starts_with("second_opinion_") && !from.find(std::string(known.key)))
            missing.push_back(known.environment);
    if (missing.size() == 3)
        return;
    for (auto const environment : missing)
        from.missing(
            environment, "is not set although a second opinion is offered",
            "set name, address and sentence, or none of the three");
    into.second_opinion = std::move(whom);
}

void read_connections(setting_reader& from, settings& into)
{
    read_number(from, "connections", 1'000'000, "use a number from 1 to 1000000", into.connections);
    auto const* value = from.find("trusted_proxies");
    if (!value)
        return;
    if (auto proxies = address_set::parse(value->text))
        into.trusted_proxies = std::move(*proxies);
    else
        from.refuse(
            *value, "is \"" + value->text + "\"",
            "write addresses or networks with commas between them, such as 127.0.0.1,10.0.0.0/8");
}

void read_rest(setting_reader& from, settings& into)
{
    if (auto const* dir = from.find("data_dir")) {
        if (dir->text.empty())
            from.refuse(*dir, "is empty", "name a directory the service may write to");
        into.data_dir = dir->text;
    }
    from.text("guide", into.guide_file);
    from.text("tls_cert", into.tls_cert);
    from.text("tls_key", into.tls_key);
    from.text("ca_file", into.ca_file);
    from.text("service_url", into.service_url);
    from.flag("allow_private_targets", into.allow_private_targets);
    from.flag("playground", into.playground);
    if (into.tls_cert.empty() != into.tls_key.empty())
        from.missing(
            into.tls_cert.empty() ? "CROSSROADS_TLS_CERT" : "CROSSROADS_TLS_KEY",
            "is not set although its counterpart is", "set both, or neither");
    read_number(from, "workers", 256, "use a number from 1 to 256", into.workers);
    if (auto const* store = from.find("store"); store && store->text != "files")
        from.refuse(*store, "is not a store of this version", "use files");
}

}  // namespace

std::variant<settings, std::vector<settings_problem>> read_settings(settings_sources const& sources)
{
    std::vector<settings_problem> problems;
    auto values = gather_setting_values(sources, problems);
    setting_reader from(std::move(values), std::move(problems));
    settings into;
    read_listen(from, into);
    read_logging(from, into);
    read_spoken_language(from, into);
    read_slack(from, into);
    read_rest(from, into);
    read_connections(from, into);
    read_retention(from, into);
    read_window(from, into);
    read_second_opinion(from, into);
    read_teams(from, into);
    require_slack(from, into);
    if (auto found = from.take_problems(); !found.empty())
        return found;
    return into;
}

}  // namespace crossroads
