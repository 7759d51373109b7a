#include "words/text.hpp"

#include <cctype>
#include <utility>

namespace crossroads {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view blanks = " \t\r\n";

bool continues(unsigned char byte)
{
    return (byte & 0xC0U) == 0x80U;
}

/// Bytes of the UTF-8 character at the start of `text`, 0 if there is none (RFC 3629, section 4).
std::size_t character_size(std::string_view text)
{
    auto const byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    auto const first = byte(0);
    if (first < 0x80U)
        return 1;
    std::size_t const size = first >= 0xC2U && first <= 0xDFU   ? 2
                             : first >= 0xE0U && first <= 0xEFU ? 3
                             : first >= 0xF0U && first <= 0xF4U ? 4
                                                                : 0;
    if (size == 0 || text.size() < size)
        return 0;
    for (std::size_t i = 1; i < size; ++i)
        if (!continues(byte(i)))
            return 0;
    bool const overlong = (first == 0xE0U && byte(1) < 0xA0U) || (first == 0xF0U && byte(1) < 0x90U);
    bool const surrogate = first == 0xEDU && byte(1) > 0x9FU;
    bool const too_high = first == 0xF4U && byte(1) > 0x8FU;
    return overlong || surrogate || too_high ? 0 : size;
}

bool reverses_direction(std::string_view character)
{
    constexpr std::string_view marks[] = {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E",
                                          "\u2066", "\u2067", "\u2068", "\u2069"};
    for (auto const mark : marks)
        if (character == mark)
            return true;
    return false;
}

bool is_control(std::string_view character)
{
    auto const first = static_cast<unsigned char>(character.front());
    bool const c1 =
        character.size() == 2 && first == 0xC2U && static_cast<unsigned char>(character[1]) < 0xA0U;
    return first < 0x20U || first == 0x7FU || c1 || reverses_direction(character);
}

/// Typographic quotes, dashes and dots as ASCII, so that they part words.
std::string plain_punctuation(std::string_view text)
{
    constexpr std::pair<std::string_view, std::string_view> marks[] = {
        {"’", "'"}, {"‘", "'"}, {"“", "\""}, {"”", "\""},
        {"–", "-"}, {"—", "-"}, {"…", "."},  {"\u00A0", " "}};
    std::string plain{text};
    for (auto const& [mark, ascii] : marks)
        for (auto at = plain.find(mark); at != std::string::npos; at = plain.find(mark, at + 1))
            plain.replace(at, mark.size(), ascii);
    return plain;
}

bool is_word_byte(char byte)
{
    auto const value = static_cast<unsigned char>(byte);
    return value >= 0x80U || std::isalnum(value) != 0;
}

}  // namespace

std::string_view trimmed(std::string_view text)
{
    auto const first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string clean(std::string_view text)
{
    std::string kept;
    kept.reserve(text.size());
    while (!text.empty()) {
        auto const size = character_size(text);
        if (size == 0) {
            kept += replacement;
            text.remove_prefix(1);
            continue;
        }
        auto const character = text.substr(0, size);
        text.remove_prefix(size);
        if (character == "\t")
            kept += ' ';
        else if (character == "\n" || !is_control(character))
            kept += character;
        else if (character == "\r" && !text.starts_with('\n'))
            kept += '\n';
    }
    return std::string{trimmed(kept)};
}

std::size_t length(std::string_view text)
{
    std::size_t characters = 0;
    for (char const byte : text)
        characters += continues(static_cast<unsigned char>(byte)) ? 0U : 1U;
    return characters;
}

std::string shorten(std::string_view text, std::size_t limit)
{
    std::string line{text};
    for (auto& byte : line)
        if (byte == '\n')
            byte = ' ';
    if (length(line) <= limit || limit == 0)
        return line;
    std::size_t bytes = 0;
    for (std::size_t characters = 0; bytes < line.size(); ++bytes) {
        if (!continues(static_cast<unsigned char>(line[bytes])) && characters++ == limit)
            break;
    }
    auto const space = line.rfind(' ', bytes);
    bool const near_the_end = space != std::string::npos && space * 3 > bytes * 2;
    line.resize(near_the_end ? space : bytes);
    return line + "…";
}

std::string lower(std::string_view text)
{
    constexpr char latin_1 = '\xC3';  // U+00C0 to U+00FF; the multiplication sign U+00D7 is no letter
    std::string lowered{text};
    char before = '\0';
    for (auto& byte : lowered) {
        bool const is_capital =
            (byte >= 'A' && byte <= 'Z') || (before == latin_1 && byte <= '\x9E' && byte != '\x97');
        before = byte;
        if (is_capital)
            byte = static_cast<char>(byte + 0x20);
    }
    return lowered;
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (char const byte : lower(plain_punctuation(text))) {
        if (is_word_byte(byte)) {
            word += byte;
        } else if (byte != '\'' && !word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

}  // namespace crossroads
