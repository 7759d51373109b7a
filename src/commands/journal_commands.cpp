#include "commands/journal_commands.hpp"

#include "commands/storage_report.hpp"
#include "storage/backup.hpp"
#include "storage/line_text.hpp"
#include "storage/new_directory.hpp"
#include "storage/posix_disk.hpp"
#include "storage/salvage.hpp"

#include <fmt/format.h>

#include <ostream>
#include <string>

namespace crossroads {
namespace {

std::string describe(left_out_lines const& lines)
{
    if (lines.first == 0)
        return fmt::format("{}: {}", lines.file, lines.why);
    if (lines.first == lines.last)
        return fmt::format("{}:{}: left out: {}", lines.file, lines.first, lines.why);
    return fmt::format("{}:{}-{}: left out: {}", lines.file, lines.first, lines.last, lines.why);
}

void describe_loss(salvaged_data const& saved, std::ostream& out)
{
    for (auto const& lines : saved.left_out)
        out << describe(lines) << '\n';
    for (auto const& conversation : saved.named)
        out << conversation << ": may be missing, stale or incomplete: a damaged line names it\n";
    if (saved.all_named && !saved.others.empty())
        out << fmt::format(
            "If a damaged line does not name the right one: {} other conversations have nothing newer\n",
            saved.others.size());
    if (saved.all_named)
        return;
    for (auto const& conversation : saved.others)
        out << conversation << ": may be stale: nothing newer than what was left out\n";
}

}  // namespace

exit_code check_journal(
    journal_check_command const& asked, std::map<std::string, std::string> const& environment,
    std::ostream& out, std::ostream& errors)
{
    auto const data_dir = data_dir_of(asked.data_dir, environment);
    try {
        auto const data = read_data(*open_posix_disk_beside(data_dir));
        out << data_dir << ": good: " << describe(data) << '\n';
        if (auto const& torn = data.end.torn)
            out << fmt::format(
                "{}:{}: a torn tail, {} lines: harmless, none was acknowledged; the next start cuts it off\n",
                torn->file, torn->first_line, torn->lines);
        return exit_code::done;
    } catch (storage_failure const& failure) {
        return report(failure, data_dir, errors);
    }
}

exit_code show_journal(
    journal_show_command const& asked, std::map<std::string, std::string> const& environment,
    std::ostream& out, std::ostream& errors)
{
    auto const data_dir = data_dir_of(asked.data_dir, environment);
    try {
        auto const directory = open_posix_disk_beside(data_dir);
        show_lines(*directory, asked.conversation, [&out](std::string_view line) { out << line << '\n'; });
    } catch (storage_failure const& failure) {
        return report(failure, data_dir, errors);
    }
    out.flush();
    if (!out) {
        errors << "crossroads: cannot write the result\n";
        return exit_code::failed;
    }
    return exit_code::done;
}

exit_code salvage_journal(journal_salvage_command const& asked, std::ostream& out, std::ostream& errors)
{
    try {
        auto const from = open_posix_disk_at_rest(asked.data_dir);
        new_directory made(asked.destination);
        auto const saved = read_what_is_good(*from);
        write_anew(made.files(), saved);
        auto const written = read_data(made.files());
        made.publish();
        out << fmt::format(
            "{}: {} good lines of {}: {}\n", asked.destination, saved.lines, asked.data_dir,
            describe(written));
        describe_loss(saved, out);
        if (saved.left_out.empty())
            out << "Nothing was left out.\n";
        out.flush();
        return exit_code::done;
    } catch (storage_failure const& failure) {
        return report(failure, asked.data_dir, errors);
    }
}

}  // namespace crossroads
