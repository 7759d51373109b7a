#pragma once

#include "words/card.hpp"

#include <cstddef>
#include <random>
#include <string>

namespace crossroads {

/// Cards and forms nobody would write: long, empty, odd and hostile. The same seed gives the same ones.
class random_words {
public:
    explicit random_words(unsigned seed) : engine_(seed) {}

    std::size_t below(std::size_t limit);

    bool one_in(std::size_t limit) { return below(limit) == 0; }

    std::string text(std::size_t most_pieces);
    prose styled();
    choice_list choices();
    card any_card();
    form any_form();

private:
    block any_block();
    button_row buttons();

    std::mt19937 engine_;
};

}  // namespace crossroads
