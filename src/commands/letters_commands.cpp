#include "commands/letters_commands.hpp"

#include "commands/stopped_store.hpp"
#include "commands/storage_report.hpp"
#include "storage/backup.hpp"
#include "storage/line_text.hpp"
#include "storage/posix_disk.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <ostream>
#include <set>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {
namespace {

bool can_be_sent_again(dead_letter const& letter)
{
    return !letter.slot.empty() && !letter.overtaken;
}

std::string describe(dead_letter const& letter)
{
    auto const at = std::chrono::sys_seconds{std::chrono::seconds{letter.at}};
    return fmt::format(
        R"({{"id":{},"conversation":{},"slot":{},"at":"{:%FT%TZ}","reason":{},"can_be_sent_again":{},"body":{}}})",
        as_json_string(letter.id), as_json_string(letter.conversation), as_json_string(letter.slot), at,
        as_json_string(letter.reason), can_be_sent_again(letter), as_json(letter.body));
}

exit_code refuse(std::string const& what, std::ostream& errors)
{
    errors << "crossroads: " << what << '\n';
    return exit_code::invalid_input;
}

exit_code fail(error_code why, std::ostream& errors)
{
    errors << "crossroads: " << why.message() << '\n';
    return exit_code::failed;
}

/// The letters with these ids, or what is wrong with one of them.
std::variant<std::vector<dead_letter>, std::string>
find_letters(std::vector<dead_letter> const& all, std::vector<std::string> const& ids)
{
    std::vector<dead_letter> found;
    for (auto const& id : std::set<std::string>(ids.begin(), ids.end())) {
        auto const letter = std::ranges::find(all, id, &dead_letter::id);
        if (letter == all.end())
            return fmt::format(
                "no message with the id {} was given up; nothing was changed (see: crossroads letters list)",
                id);
        found.push_back(*letter);
    }
    return found;
}

using letter_call = boost::asio::awaitable<result<void>> (files_store::*)(std::string, std::string);

struct letter_change {
    letter_call call;
    bool must_be_repairable = false;
    std::string_view done;  // "… messages <done>"
};

exit_code change_letters(
    std::string const& data_dir, std::vector<std::string> const& ids, letter_change const& change,
    std::ostream& out, std::ostream& errors)
{
    stopped_store opened(data_dir);
    auto const found = find_letters((*opened).dead_letters(), ids);
    if (auto const* problem = std::get_if<std::string>(&found))
        return refuse(*problem, errors);
    auto const& letters = std::get<std::vector<dead_letter>>(found);
    auto const hopeless = std::ranges::find_if_not(letters, &can_be_sent_again);
    if (change.must_be_repairable && hopeless != letters.end())
        return refuse(
            fmt::format(
                "{} cannot be sent again: {}; nothing was changed", hopeless->id,
                hopeless->overtaken ? "its place shows a newer message"
                                    : "it was given up by an earlier version, which did not keep its place"),
            errors);
    for (auto const& letter : letters) {
        if (auto const failed = opened.run(((*opened).*change.call)(letter.conversation, letter.id)))
            return fail(failed, errors);
    }
    if (auto const failed = opened.close())
        return fail(failed, errors);
    out << fmt::format(
        "{} {} {}\n", letters.size(), letters.size() == 1 ? "message" : "messages", change.done);
    return exit_code::done;
}

}  // namespace

exit_code list_letters(
    letters_list_command const& asked, std::map<std::string, std::string> const& environment,
    std::ostream& out, std::ostream& errors)
{
    auto const data_dir = data_dir_of(asked.data_dir, environment);
    try {
        for (auto const& letter : read_data(*open_posix_disk_beside(data_dir)).contents.dead_letters())
            out << describe(letter) << '\n';
        return exit_code::done;
    } catch (storage_failure const& failure) {
        return report(failure, data_dir, errors);
    }
}

exit_code retry_letters(
    letters_retry_command const& asked, std::map<std::string, std::string> const& environment,
    std::ostream& out, std::ostream& errors)
{
    auto const data_dir = data_dir_of(asked.data_dir, environment);
    try {
        letter_change const change{&files_store::send_again, true, "will be sent once the service runs"};
        return change_letters(data_dir, asked.ids, change, out, errors);
    } catch (storage_failure const& failure) {
        return report(failure, data_dir, errors);
    }
}

exit_code drop_letters(
    letters_drop_command const& asked, std::map<std::string, std::string> const& environment,
    std::ostream& out, std::ostream& errors)
{
    auto const data_dir = data_dir_of(asked.data_dir, environment);
    try {
        letter_change const change{&files_store::discard, false, "taken off the list"};
        return change_letters(data_dir, asked.ids, change, out, errors);
    } catch (storage_failure const& failure) {
        return report(failure, data_dir, errors);
    }
}

exit_code erase_conversation(
    erase_command const& asked, std::map<std::string, std::string> const& environment, std::ostream& out,
    std::ostream& errors)
{
    auto const data_dir = data_dir_of(asked.data_dir, environment);
    try {
        stopped_store opened(data_dir);
        if (!(*opened).knows(asked.conversation))
            return refuse(asked.conversation + ": nothing is stored about it", errors);
        if (auto const failed = opened.run((*opened).erase(asked.conversation)))
            return fail(failed, errors);
        if (auto const failed = opened.close())
            return fail(failed, errors);
        out << asked.conversation << ": erased. Earlier backups still hold it.\n";
        return exit_code::done;
    } catch (storage_failure const& failure) {
        return report(failure, data_dir, errors);
    }
}

}  // namespace crossroads
