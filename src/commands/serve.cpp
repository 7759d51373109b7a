#include "commands/serve.hpp"

#include "app/logging.hpp"
#include "app/playground_host.hpp"
#include "app/service.hpp"
#include "commands/storage_report.hpp"
#include "net/name_lookup.hpp"
#include "net/run_threads.hpp"
#include "settings/guide_file.hpp"
#include "settings/settings.hpp"
#include "storage/storage_failure.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/strand.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <ostream>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

namespace asio = boost::asio;

namespace crossroads {
namespace {

std::variant<settings, std::vector<settings_problem>> read_for(
    std::map<std::string, std::string> const& options, std::string const& config_file,
    std::map<std::string, std::string> const& environment)
{
    settings_sources sources;
    sources.options = options;
    sources.environment = environment;
    sources.config_file = config_file;
    return read_settings(sources);
}

exit_code report(std::vector<settings_problem> const& problems, std::ostream& errors)
{
    for (auto const& one : problems)
        errors << "crossroads: " << one.key << " " << one.problem << ". To fix it: " << one.fix << ".\n";
    return exit_code::wrong_configuration;
}

std::size_t thread_count(settings const& read)
{
    return read.workers > 0 ? read.workers : std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
}

/// Runs something that has start(), stop() and url() until the process is told to end.
template <class Running>
void run_until_told_to_stop(asio::io_context& context, Running& running, std::size_t threads)
{
    asio::signal_set signals(context, SIGINT, SIGTERM);
    signals.async_wait([&signals, &running, &context](boost::system::error_code const& failed, int) {
        if (failed)
            return;
        spdlog::info("stopping");
        signals.async_wait([](boost::system::error_code const& cancelled, int) {
            if (!cancelled)
                std::_Exit(static_cast<int>(exit_code::failed));
        });
        asio::co_spawn(
            asio::make_strand(context), running.stop(), [&signals](std::exception_ptr const& escaped) {
                signals.cancel();
                if (escaped)
                    std::rethrow_exception(escaped);
            });
    });
    running.start();
    run_threads(context, threads);
    spdlog::info("stopped");
}

}  // namespace

exit_code serve(
    serve_command const& asked, std::map<std::string, std::string> const& environment, std::ostream& out,
    std::ostream& errors)
{
    auto read = read_for(asked.options, asked.config_file, environment);
    if (auto const* problems = std::get_if<std::vector<settings_problem>>(&read))
        return report(*problems, errors);
    auto const& wanted = std::get<settings>(read);
    auto loaded = read_guide_file(wanted.guide_file);
    if (auto const* problems = std::get_if<guide_problems>(&loaded)) {
        for (auto const& line : describe(*problems))
            errors << line << '\n';
        return exit_code::invalid_input;
    }
    set_up_logging(wanted);
    limit_resolver_patience();
    asio::io_context context;
    try {
        service running(context.get_executor(), wanted, std::get<guide_source>(std::move(loaded)));
        if (wanted.playground)
            out << "Open " << running.url() << "/playground/ in a browser. Ctrl-C stops it." << std::endl;
        else
            out << "Crossroads listens on " << running.url() << std::endl;
        run_until_told_to_stop(context, running, thread_count(wanted));
    } catch (storage_failure const& e) {
        return report(e, wanted.data_dir.string(), errors);
    }
    return exit_code::done;
}

exit_code serve_playground(
    playground_command const& asked, std::map<std::string, std::string> const& environment, std::ostream& out,
    std::ostream& errors)
{
    auto read = read_for(asked.options, {}, environment);
    if (auto const* problems = std::get_if<std::vector<settings_problem>>(&read))
        return report(*problems, errors);
    auto const& wanted = std::get<settings>(read);
    set_up_logging(wanted);
    asio::io_context context;
    playground_host running(context.get_executor(), wanted);
    out << "Open " << running.url() << "/playground/ in a browser. Ctrl-C stops it." << std::endl;
    run_until_told_to_stop(context, running, thread_count(wanted));
    return exit_code::done;
}

}  // namespace crossroads
