#include "adapters/playground/block_samples.hpp"
#include "playground/block_shapes.hpp"
#include "support/shared_samples.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace crossroads::playground {
namespace {

namespace fs = std::filesystem;

json read(fs::path const& file)
{
    std::ifstream stream(file);
    return json::parse(stream, nullptr, false);
}

std::vector<fs::path> files_under(fs::path const& folder)
{
    std::vector<fs::path> files;
    for (auto const& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

/// An element alone, where such an element may stand.
json around_element(json const& sample)
{
    auto const type = text_of(sample, "type");
    if (type == "url")
        return {
            {"type", "task_card"},
            {"task_id", "1"},
            {"title", "T"},
            {"status", "pending"},
            {"sources", {sample}}};
    if (type == "image")
        return {{"type", "context"}, {"elements", json::array({sample})}};
    if (type.ends_with("_input"))
        return input(sample);
    return actions(sample);
}

/// The samples repeat one made-up block_id; Slack would give each block its own.
json without_block_ids(json blocks)
{
    for (auto& block : blocks)
        block.erase("block_id");
    return blocks;
}

/// The sample in a message or view that shows it, by the folder it lies in; none: it is a part we have no
/// place for.
std::optional<json> around(std::string const& folder, json const& sample)
{
    if (folder == "blocks" || folder == "views")
        return sample;
    if (folder == "elements")
        return around_element(sample);
    if (folder == "attachments" || folder == "messages")
        return sample.contains("blocks") ? std::optional(without_block_ids(sample["blocks"])) : std::nullopt;
    if (folder == "rich_text" && text_of(sample, "type") == "rich_text")
        return sample;
    if (folder == "rich_text" && text_of(sample, "type").starts_with("rich_text_"))
        return json{{"type", "rich_text"}, {"elements", json::array({sample})}};
    if (folder == "rich_text")
        return json{
            {"type", "rich_text"},
            {"elements",
             json::array({{{"type", "rich_text_section"}, {"elements", json::array({sample})}}})}};
    return std::nullopt;
}

class BlockCorpus : public testing::Test {
protected:
    void SetUp() override
    {
        if (shared_samples().empty())
            GTEST_SKIP() << "needs the samples in CROSSROADS_SHARED";
        corpus_ = shared_samples() / "corpus" / "slack" / "blockkit";
    }

    fs::path corpus_;
};

TEST_F(BlockCorpus, AcceptsEveryValidSample)
{
    std::size_t checked = 0;
    for (auto const& file : files_under(corpus_ / "valid")) {
        auto const sample = read(file);
        auto const part = around(file.parent_path().parent_path().filename().string(), sample);
        bool const home = part && text_of(*part, "type") == "home";
        // This one puts a text where Slack's types have a rich_text block.
        bool const mistaken = file.string().find("rich_text_input_basic") != std::string::npos;
        if (!part || home || mistaken)
            continue;
        auto const defects = defects_of(*part);
        EXPECT_TRUE(defects.empty()) << file << ": " << to_string(defects.front());
        ++checked;
    }
    EXPECT_GT(checked, 70U);
}

TEST_F(BlockCorpus, AcceptsTheMessagesOfTheDesign)
{
    std::size_t checked = 0;
    for (auto const& file : files_under(shared_samples() / "design" / "messages")) {
        if (!file.filename().string().starts_with("slack_"))
            continue;
        auto const sample = read(file);
        auto const defects = text_of(sample, "type") == "modal" ? validate_view(sample)
                             : sample.contains("blocks")        ? validate_blocks(sample["blocks"])
                                                                : std::vector<block_defect>();
        EXPECT_TRUE(defects.empty()) << file << ": " << to_string(defects.front());
        ++checked;
    }
    EXPECT_GT(checked, 15U);
}

/// Where the published limits call a thing differently from Slack's `type`.
std::string shape_name(std::string const& published)
{
    std::map<std::string, std::string> const names{
        {"select", "static_select"}, {"view", "modal"}, {"url_source", "url"}};
    auto const found = names.find(published);
    return found == names.end() ? published : found->second;
}

field_rule const* find_rule(std::string const& object, std::string const& field)
{
    auto const* const found = find_shape(shape_name(object));
    if (!found)
        return nullptr;
    auto const rule = std::ranges::find(found->fields, field, &field_rule::name);
    return rule == found->fields.end() ? nullptr : &*rule;
}

TEST_F(BlockCorpus, AgreesWithThePublishedLimits)
{
    std::size_t agreed = 0;
    for (auto const& file : files_under(corpus_ / "limits")) {
        auto const published = read(file);
        for (auto const& [object, fields] : published.items())
            for (auto const& [field, limits] : fields.items()) {
                auto const* const rule = limits.is_object() ? find_rule(object, field) : nullptr;
                if (!rule)
                    continue;
                auto const place = object + '.' + field;
                for (auto const* name : {"max_length", "max_items", "max"})
                    if (limits.contains(name)) {
                        EXPECT_EQ(rule->most, limits[name].get<std::size_t>()) << place;
                        ++agreed;
                    }
                for (auto const* name : {"min_length", "min_items", "min"})
                    if (limits.contains(name)) {
                        EXPECT_EQ(rule->least, limits[name].get<std::size_t>()) << place;
                        ++agreed;
                    }
            }
    }
    EXPECT_GT(agreed, 70U);
}

}  // namespace
}  // namespace crossroads::playground
