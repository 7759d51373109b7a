#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// A text as it is compared: its words in lower case, and between them the marks that part it, each
/// one of , : / & . ; or a line break. Markup, mentions and links are left out, a possessive 's too.
/// Any bytes may come in; those that are not UTF-8 part words.
std::vector<std::string> tokens_of(std::string_view text);

/// Whether a token parts a text instead of being a word of it.
bool is_break(std::string_view token);

/// Whether a token ends a sentence: . ; or a line break.
bool ends_sentence(std::string_view token);

/// How many tokens the longest phrase of the sorted list has that starts there; 0 if none does.
std::size_t phrase_length_at(
    std::vector<std::string> const& phrases, std::span<std::string const> tokens, std::size_t start);

/// How many phrases of the sorted list the tokens hold, none counted twice.
std::size_t count_phrases(std::vector<std::string> const& phrases, std::span<std::string const> tokens);

/// The token runs between breaks; empty runs are left out.
std::vector<std::span<std::string const>> clauses_of(std::span<std::string const> tokens);

}  // namespace crossroads
