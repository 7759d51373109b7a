#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

namespace {

constexpr std::chrono::seconds time_limit{8};
constexpr int mutations_of_each_seed = 500;

void try_out(std::string const& input)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<std::uint8_t const*>(input.data()), input.size());
}

std::vector<std::string> read_seeds(std::filesystem::path const& folder)
{
    std::vector<std::string> seeds = {""};
    if (!std::filesystem::exists(folder))
        return seeds;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return seeds;
}

std::string mutate(std::string input, std::mt19937& random)
{
    auto const below = [&random](std::size_t limit) { return random() % std::max<std::size_t>(limit, 1); };
    for (std::size_t change = 1 + below(4); change > 0; --change) {
        auto const at = below(input.size() + 1);
        switch (below(4)) {
        case 0: input.insert(at, 1, static_cast<char>(below(256))); break;
        case 1: input.erase(at, below(16)); break;
        case 2: input.insert(at, input.substr(below(input.size() + 1), below(64))); break;
        case 3:
            if (at < input.size())
                input[at] = static_cast<char>(below(256));
            break;
        }
    }
    return input;
}

}  // namespace

int main(int count, char** words)
{
    auto const seeds = read_seeds(count > 1 ? words[1] : "");
    auto const end = std::chrono::steady_clock::now() + time_limit;
    std::mt19937 random(1);
    std::size_t tried = 0;
    for (auto const& seed : seeds) {
        try_out(seed);
        ++tried;
    }
    for (int round = 0; round < mutations_of_each_seed && std::chrono::steady_clock::now() < end; ++round)
        for (auto const& seed : seeds) {
            try_out(mutate(seed, random));
            ++tried;
        }
    std::cout << tried << " inputs\n";
    return 0;
}
