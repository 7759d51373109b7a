#pragma once

#include "simulation/simulated_machine.hpp"

#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads::simulation {

/// Everything that happened in a run, as one number (FNV-1a), and what was found wrong.
class trace {
public:
    explicit trace(bool shown) : shown_(shown) {}

    void note(std::string_view what, std::string_view detail = {})
    {
        auto const time = std::to_string(simulated_machine::now().time_since_epoch().count());
        add(time);
        add(what);
        add(detail);
        if (shown_)
            std::cerr << time << " " << what << " " << detail << "\n";
    }

    void find(std::string what)
    {
        note("WRONG", what);
        wrong_.push_back(std::move(what));
    }

    std::uint64_t hash() const { return hash_; }

    std::vector<std::string> const& wrong() const { return wrong_; }

private:
    void add(std::string_view text)
    {
        for (char const c : text)
            hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001b3;
        hash_ = (hash_ ^ 0xFF) * 0x100000001b3;
    }

    bool shown_;
    std::uint64_t hash_ = 0xcbf29ce484222325;
    std::vector<std::string> wrong_;
};

}  // namespace crossroads::simulation
