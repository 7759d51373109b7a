#pragma once

#include "words/card.hpp"

#include <cstddef>

namespace crossroads {

/// The card with every piece of text longer than `longest` cut short. Only what people typed is that long.
card with_short_pieces(card content, std::size_t longest);

}  // namespace crossroads
