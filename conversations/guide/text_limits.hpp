#pragma once

#include <cstddef>

namespace crossroads {

// How many characters the texts of a guide may have, in its own language and in every other.

inline constexpr std::size_t longest_title = 150;
inline constexpr std::size_t longest_section_name = 40;
inline constexpr std::size_t longest_question = 150;
inline constexpr std::size_t longest_help = 150;  // what a modal shows without cutting it
inline constexpr std::size_t longest_label = 75;  // Slack's limit for an option
inline constexpr std::size_t longest_name = 75;
inline constexpr std::size_t longest_sentence = 200;

}  // namespace crossroads
