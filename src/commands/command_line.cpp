#include "commands/command_line.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

namespace crossroads {
namespace {

/// An option that a command takes: with a value, or a mere switch.
struct known_option {
    std::string_view name;
    bool takes_value = true;
};

struct parsed_words {
    std::map<std::string, std::string> options;
    std::vector<std::string> operands;
    std::optional<usage_error> error;
};

usage_error wrong(std::string what)
{
    return {std::move(what) + " (see: crossroads help)"};
}

parsed_words parse_words(
    std::vector<std::string> const& words, std::size_t from, std::initializer_list<known_option> known)
{
    parsed_words parsed;
    for (std::size_t i = from; i < words.size(); ++i) {
        if (!words[i].starts_with("--")) {
            parsed.operands.push_back(words[i]);
            continue;
        }
        auto const equals = words[i].find('=');
        auto const name = words[i].substr(2, equals == std::string::npos ? equals : equals - 2);
        auto const* option = std::ranges::find(known, name, &known_option::name);
        if (option == known.end()) {
            parsed.error = wrong("unknown option --" + name);
            return parsed;
        }
        if (!option->takes_value) {
            parsed.options[name] = "1";
        } else if (equals != std::string::npos) {
            parsed.options[name] = words[i].substr(equals + 1);
        } else if (i + 1 < words.size()) {
            parsed.options[name] = words[++i];
        } else {
            parsed.error = wrong("--" + name + " needs a value");
            return parsed;
        }
    }
    return parsed;
}

std::string take(std::map<std::string, std::string>& options, std::string const& name)
{
    auto node = options.extract(name);
    return node.empty() ? std::string() : std::move(node.mapped());
}

parsed_command parse_serve(std::vector<std::string> const& words)
{
    auto parsed = parse_words(words, 1, {{"config"}, {"listen"}, {"playground", false}});
    if (parsed.error)
        return *parsed.error;
    if (!parsed.operands.empty())
        return wrong("serve takes no \"" + parsed.operands.front() + "\"");
    auto config_file = take(parsed.options, "config");
    return serve_command{std::move(config_file), std::move(parsed.options)};
}

parsed_command parse_playground(std::vector<std::string> const& words)
{
    auto parsed = parse_words(words, 1, {{"listen"}, {"service"}});
    if (parsed.error)
        return *parsed.error;
    auto service = take(parsed.options, "service");
    if (!parsed.operands.empty() || service.empty())
        return wrong("playground needs --service http://127.0.0.1:8080");
    parsed.options["service_url"] = std::move(service);
    parsed.options["playground"] = "1";
    return playground_command{std::move(parsed.options)};
}

parsed_command parse_evaluate(std::vector<std::string> const& words)
{
    auto parsed = parse_words(words, 1, {{"guide"}, {"picture"}, {"jsonl", false}});
    if (parsed.error)
        return *parsed.error;
    if (!parsed.operands.empty())
        return wrong("evaluate reads answers from standard input, not \"" + parsed.operands.front() + "\"");
    bool const one_per_line = parsed.options.contains("jsonl");
    auto picture_file = take(parsed.options, "picture");
    if (one_per_line && !picture_file.empty())
        return wrong("--picture takes one answer sheet, --jsonl many: use one of them");
    return evaluate_command{take(parsed.options, "guide"), one_per_line, std::move(picture_file)};
}

parsed_command parse_guide(std::vector<std::string> const& words)
{
    auto parsed = parse_words(words, 1, {{"language"}});
    if (parsed.error)
        return *parsed.error;
    auto const& operands = parsed.operands;
    auto const asked = take(parsed.options, "language");
    auto const in = language_named(asked);
    if (!asked.empty() && !in)
        return wrong("--language is \"" + asked + "\"; use one of " + known_languages());
    if (operands.size() == 2 && operands[0] == "check" && !in)
        return guide_check_command{operands[1]};
    if (operands.size() == 1 && operands[0] == "show")
        return guide_show_command{{}, in};
    if (operands.size() == 2 && operands[0] == "show")
        return guide_show_command{operands[1], in};
    return wrong("use: crossroads guide check FILE, or crossroads guide show [FILE] [--language NAME]");
}

parsed_command parse_backup(std::vector<std::string> const& words)
{
    auto parsed = parse_words(words, 1, {{"data-dir"}});
    if (parsed.error)
        return *parsed.error;
    if (parsed.operands.size() != 1 || parsed.operands[0].empty())
        return wrong("use: crossroads backup [--data-dir DIR] DEST");
    return backup_command{take(parsed.options, "data-dir"), parsed.operands[0]};
}

parsed_command parse_journal(std::vector<std::string> const& words)
{
    auto parsed = parse_words(words, 1, {{"conversation"}});
    if (parsed.error)
        return *parsed.error;
    auto& operands = parsed.operands;
    auto const what = operands.empty() ? std::string() : operands[0];
    bool const filtered = parsed.options.contains("conversation");
    operands.resize(std::max<std::size_t>(operands.size(), 2));
    if (what == "check" && operands.size() == 2 && !filtered)
        return journal_check_command{operands[1]};
    if (what == "show" && operands.size() == 2)
        return journal_show_command{operands[1], take(parsed.options, "conversation")};
    if (what == "salvage" && operands.size() == 3 && !filtered && !operands[1].empty() &&
        !operands[2].empty())
        return journal_salvage_command{operands[1], operands[2]};
    return wrong(
        "use: crossroads journal check [DIR], crossroads journal show [DIR] [--conversation KEY], or "
        "crossroads journal salvage DIR DEST");
}

parsed_command parse_letters(std::vector<std::string> const& words)
{
    auto parsed = parse_words(words, 1, {{"data-dir"}});
    if (parsed.error)
        return *parsed.error;
    auto const& operands = parsed.operands;
    auto const what = operands.empty() ? std::string() : operands[0];
    auto data_dir = take(parsed.options, "data-dir");
    if (what == "list" && operands.size() == 1)
        return letters_list_command{std::move(data_dir)};
    if (what == "retry" && operands.size() > 1)
        return letters_retry_command{std::move(data_dir), {operands.begin() + 1, operands.end()}};
    if (what == "drop" && operands.size() > 1)
        return letters_drop_command{std::move(data_dir), {operands.begin() + 1, operands.end()}};
    return wrong(
        "use: crossroads letters list, crossroads letters retry ID..., or crossroads letters drop ID...");
}

parsed_command parse_erase(std::vector<std::string> const& words)
{
    auto parsed = parse_words(words, 1, {{"data-dir"}});
    if (parsed.error)
        return *parsed.error;
    if (parsed.operands.size() != 1 || parsed.operands[0].empty())
        return wrong("use: crossroads erase [--data-dir DIR] CONVERSATION");
    return erase_command{take(parsed.options, "data-dir"), parsed.operands[0]};
}

parsed_command parse_teams_app(std::vector<std::string> const& words)
{
    auto parsed = parse_words(
        words, 1,
        {{"app-id"},
         {"name"},
         {"organisation"},
         {"website"},
         {"privacy"},
         {"terms"},
         {"package-version"},
         {"without-slash", false}});
    if (parsed.error)
        return *parsed.error;
    auto& given = parsed.options;
    auto website = take(given, "website");
    if (parsed.operands.size() != 1 || parsed.operands[0].empty() || website.empty())
        return wrong("use: crossroads teams-app --website https://example.org FILE.zip");
    return teams_app_command{
        parsed.operands[0],
        take(given, "app-id"),
        take(given, "name"),
        take(given, "organisation"),
        std::move(website),
        take(given, "privacy"),
        take(given, "terms"),
        take(given, "package-version"),
        given.contains("without-slash")};
}

}  // namespace

parsed_command parse_command_line(std::vector<std::string> const& words)
{
    if (words.empty())
        return wrong("say what to do, for example: crossroads serve --playground");
    auto const& name = words.front();
    if (std::ranges::find(words, "--help") != words.end())
        return help_command{};
    if (name == "serve")
        return parse_serve(words);
    if (name == "playground")
        return parse_playground(words);
    if (name == "evaluate")
        return parse_evaluate(words);
    if (name == "guide")
        return parse_guide(words);
    if (name == "backup")
        return parse_backup(words);
    if (name == "journal")
        return parse_journal(words);
    if (name == "letters")
        return parse_letters(words);
    if (name == "erase")
        return parse_erase(words);
    if (name == "teams-app")
        return parse_teams_app(words);
    if (name == "version" || name == "--version")
        return version_command{};
    if (name == "help" || name == "-h")
        return help_command{};
    return wrong("unknown command \"" + name + "\"");
}

std::string_view usage()
{
    return R"(crossroads serve [--config FILE] [--listen ADDRESS:PORT] [--playground]
    The service. With --playground also a small chat workspace in the browser, on this machine only.
crossroads evaluate [--guide FILE] [--jsonl | --picture FILE]
    Answers on standard input to a decision on standard output, as JSON; the result at a glance as a PNG.
crossroads guide check FILE
    Says what is wrong with a guide, and how to fix it.
crossroads guide show [FILE] [--language NAME]
    The guide as a person reads it, in Markdown; its texts in that language, if it is translated.
crossroads playground --service URL [--listen ADDRESS:PORT]
    The workspace alone, for a service that runs elsewhere on this machine.
crossroads backup [--data-dir DIR] DEST
    A whole copy of the data directory, read back, also while the service runs.
crossroads journal check [DIR]
    Reads the data directory as a start would and says what it finds; changes nothing.
crossroads journal show [DIR] [--conversation KEY]
    What is in the files, one JSON object a line.
crossroads journal salvage DIR DEST
    Makes a new data directory from what is good in a damaged one, and says what was left out.
crossroads letters list [--data-dir DIR]
    Messages that were given up, and why, one JSON object a line.
crossroads letters retry [--data-dir DIR] ID...
    Has them sent after all. Only while no service runs.
crossroads letters drop [--data-dir DIR] ID...
    Takes them off the list. Only while no service runs.
crossroads erase [--data-dir DIR] CONVERSATION
    Removes all that is stored about a channel, from memory and from the disk. Only while no service runs.
crossroads teams-app --website URL [--app-id ID] [--name NAME] [--organisation NAME] [--privacy URL]
        [--terms URL] [--package-version 1.0.0] [--without-slash] FILE.zip
    The app package for Microsoft Teams. ID is CROSSROADS_TEAMS_APP_ID unless it is given.
crossroads version
    Version, commit and libraries.

DIR is CROSSROADS_DATA_DIR, or ./data, unless it is given.
Settings come from the environment (CROSSROADS_…) and from --config; the README lists them.
Exit codes: 0 done, 1 the work failed, 2 wrong usage, 65 the input is invalid, 78 wrong configuration.
)";
}

}  // namespace crossroads
