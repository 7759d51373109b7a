#pragma once

#include "support/slack_requests.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

namespace crossroads::testing {

/// A payload of tests/data/slack, as Slack sends it.
inline nlohmann::json slack_sample(std::string const& name)
{
    std::ifstream file(std::string(CROSSROADS_TEST_DATA) + "/slack/" + name + ".json");
    auto sample = nlohmann::json::parse(file, nullptr, false);
    EXPECT_FALSE(sample.is_discarded()) << name;
    return sample;
}

}  // namespace crossroads::testing
