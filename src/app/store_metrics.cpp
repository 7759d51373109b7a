#include "app/store_metrics.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>

namespace crossroads {
namespace {

std::string gauge(std::string_view name, std::uint64_t value)
{
    return fmt::format("# TYPE {0} gauge\n{0} {1}\n", name, value);
}

}  // namespace

std::string prometheus_text(store_condition const& condition)
{
    return gauge("crossroads_store_ready", condition.ready ? 1 : 0) +
           gauge("crossroads_store_disk_low", condition.disk_low ? 1 : 0) +
           gauge("crossroads_store_disk_free_bytes", condition.disk_free_bytes) +
           gauge("crossroads_store_conversations", condition.conversations) +
           gauge("crossroads_messages_waiting", condition.pending) +
           gauge("crossroads_messages_given_up", condition.dead_letters);
}

}  // namespace crossroads
