#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

namespace {

// It also creates spdlog's registry before a thread is started: libspdlog.so is not built for the thread
// sanitizer, which would take a first use on two threads for a race.
class quiet_logging : public testing::Environment {
    void SetUp() override { spdlog::set_level(spdlog::level::off); }
};

auto* const installed = testing::AddGlobalTestEnvironment(new quiet_logging);

}  // namespace
