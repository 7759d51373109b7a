#include "app/logging.hpp"

#include <nlohmann/json.hpp>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <string>
#include <utility>

namespace crossroads {
namespace {

/// `%*` in the pattern: the message as a JSON string, quotes included.
class json_message final : public spdlog::custom_flag_formatter {
public:
    void format(spdlog::details::log_msg const& logged, std::tm const&, spdlog::memory_buf_t& to) override
    {
        nlohmann::json const text = std::string(logged.payload.data(), logged.payload.size());
        auto const quoted = text.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        to.append(quoted.data(), quoted.data() + quoted.size());
    }

    std::unique_ptr<spdlog::custom_flag_formatter> clone() const override
    {
        return std::make_unique<json_message>();
    }
};

}  // namespace

void set_up_logging(settings const& read)
{
    auto log = std::make_shared<spdlog::logger>("", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    log->set_level(spdlog::level::from_str(read.log_level));
    log->flush_on(spdlog::level::info);
    if (read.log == log_format::json) {
        auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
        formatter->add_flag<json_message>('*').set_pattern(
            R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","message":%*})");
        log->set_formatter(std::move(formatter));
    } else {
        log->set_pattern("%Y-%m-%d %H:%M:%S.%e %l %v");
    }
    spdlog::set_default_logger(std::move(log));
}

}  // namespace crossroads
