#pragma once

#include "words/card.hpp"

#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace crossroads {

/// What people write where they may write anything.
struct manner {
    char const* name;
    std::string (*text)(std::string const& question);
    language in = language::english;
};

std::ostream& operator<<(std::ostream& out, manner const& one);

/// Ordinary texts, very long ones, one long word, and the worst there can be; two of them in German.
std::vector<manner> all_manners();

/// Three people play everything there is to see in an assessment, and each card and each form is shown to
/// one of these.
struct onlooker {
    std::function<void(card const&)> card_seen;
    std::function<void(form const&)> form_seen;
};

void play_it_all(manner how, onlooker const& shown_to);

}  // namespace crossroads
