#include "settings/guide_file.hpp"

#include "decision/scenarios.hpp"

#include <openssl/sha.h>

#include <array>
#include <fstream>
#include <iterator>
#include <utility>

namespace crossroads {

std::string sha256_hex(std::string_view text)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<unsigned char const*>(text.data()), text.size(), digest.data());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * digest.size());
    for (unsigned const byte : digest) {
        hex += digits[byte >> 4U];
        hex += digits[byte & 0xFU];
    }
    return hex;
}

std::variant<guide, std::vector<guide_defect>> read_guide_text(std::string_view text)
{
    return load_guide(text, sha256_hex(text));
}

std::variant<guide_source, guide_problems> read_guide_file(std::string const& file)
{
    std::string text;
    if (file.empty()) {
        text = built_in_guide();
    } else {
        std::ifstream stream(file, std::ios::binary);
        if (!stream)
            return guide_problems{file, {}};
        text.assign(std::istreambuf_iterator<char>(stream), {});
        if (stream.bad())  // a directory opens, but cannot be read
            return guide_problems{file, {}};
    }
    auto loaded = read_guide_text(text);
    if (auto* defects = std::get_if<std::vector<guide_defect>>(&loaded))
        return guide_problems{file, std::move(*defects)};
    auto& rules = std::get<guide>(loaded);
    if (auto failing = failing_scenarios(rules); !failing.empty())
        return guide_problems{file, std::move(failing)};
    return guide_source{std::move(rules), std::move(text)};
}

std::vector<std::string> describe(guide_problems const& problems)
{
    std::string const name = problems.file.empty() ? "built-in guide" : problems.file;
    if (problems.defects.empty())
        return {name + ": cannot be read. Check the path and its permissions."};
    std::vector<std::string> lines;
    for (auto const& defect : problems.defects)
        lines.push_back(name + ": " + defect.where + ": " + defect.what);
    return lines;
}

}  // namespace crossroads
