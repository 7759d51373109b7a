#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

/// The languages everything is written in. docs/adding_a_language.md says how to add one.
enum class language { english, german };

inline constexpr std::array all_languages{language::english, language::german};

/// BCP 47: "en", "de".
std::string_view tag_of(language which);

/// In that language: "English", "Deutsch".
std::string_view own_name_of(language which);

/// By tag or by its name in English or its own: "de", "German", "deutsch". Case does not matter.
std::optional<language> language_named(std::string_view name);

/// Of a person's locale: "de-AT" and "de_AT" are German. None for what is not written here.
std::optional<language> language_of_locale(std::string_view locale);

/// What language_named() knows, for whoever named something else: "english (en), deutsch (de)".
std::string known_languages();

}  // namespace crossroads
