#include "decision/concreteness_words.hpp"

#include <algorithm>
#include <cstdint>

namespace crossroads {
namespace {

constexpr std::size_t longest_phrase = 5;  // words
constexpr std::size_t longest_markup = 300;
constexpr char32_t not_utf8 = 0xFFFFFFFF;

struct character {
    char32_t code = not_utf8;
    std::size_t bytes = 1;
};

// One UTF-8 character; overlong forms, surrogates and anything else that is not UTF-8 take one byte.
character character_at(std::string_view text, std::size_t at)
{
    auto const byte = [&text](std::size_t index) { return static_cast<std::uint8_t>(text[index]); };
    std::uint8_t const first = byte(at);
    if (first < 0x80)
        return {first, 1};
    std::size_t const bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + bytes > text.size())
        return {};
    char32_t code = first & (0xFFU >> (bytes + 1));
    for (std::size_t index = 1; index < bytes; ++index) {
        if ((byte(at + index) & 0xC0U) != 0x80U)
            return {};
        code = (code << 6) | (byte(at + index) & 0x3FU);
    }
    bool const is_overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
    bool const is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    return is_overlong || is_surrogate || code > 0x10FFFF ? character{} : character{code, bytes};
}

bool is_digit(char32_t code)
{
    return code >= '0' && code <= '9';
}

bool is_ascii_letter(char32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

// Spaces, dashes, quotes and symbols beyond ASCII: U+0080 to U+00BF, general punctuation and symbols,
// CJK punctuation, full-width punctuation.
bool is_foreign_mark(char32_t code)
{
    return (code >= 0x80 && code <= 0xBF) || code == 0xD7 || code == 0xF7 ||
           (code >= 0x2000 && code <= 0x2BFF) || (code >= 0x3000 && code <= 0x303F) ||
           (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xFF00 && code <= 0xFF0F) || code == 0xFEFF ||
           code >= 0x1F000;
}

bool is_word_character(char32_t code)
{
    if (code < 0x80)
        return is_digit(code) || is_ascii_letter(code);
    return code != not_utf8 && !is_foreign_mark(code);
}

bool is_apostrophe(char32_t code)
{
    return code == '\'' || code == 0x2019 || code == 0x02BC;
}

std::string_view break_of(char32_t code)
{
    switch (code) {
    case ',':
    case 0x3001: return ",";
    case ':': return ":";
    case '/': return "/";
    case '&':
    case '+': return "&";
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x3002: return ".";
    case ';': return ";";
    case '\n':
    case '\r':
    case 0x2028:
    case 0x2029: return "\n";
    default: return {};
    }
}

// Lower case where one letter stands for one: ASCII, Latin-1, Greek, Cyrillic.
void append_lower(std::string& word, std::string_view text, character const& next, std::size_t at)
{
    auto const code = next.code;
    if (code < 0x80) {
        word += static_cast<char>(code >= 'A' && code <= 'Z' ? code + 0x20 : code);
        return;
    }
    bool const is_capital = (code >= 0xC0 && code <= 0xDE) || (code >= 0x391 && code <= 0x3A9) ||
                            (code >= 0x410 && code <= 0x42F);
    if (!is_capital) {
        word += text.substr(at, next.bytes);
        return;
    }
    auto const lower = code + 0x20;  // two bytes of UTF-8, like the capital
    word += static_cast<char>(0xC0U | (lower >> 6));
    word += static_cast<char>(0x80U | (lower & 0x3FU));
}

class tokenizer {
public:
    explicit tokenizer(std::string_view text) : text_(text) {}

    std::vector<std::string> run()
    {
        while (at_ < text_.size()) {
            auto const next = character_at(text_, at_);
            if (next.code == '<' && skip_markup())
                continue;
            if (next.code == '@' || starts_link())
                skip_to_space();
            else if (is_word_character(next.code))
                read_word();
            else
                read_mark(next);
        }
        return std::move(tokens_);
    }

private:
    char32_t code_at(std::size_t at) const
    {
        return at < text_.size() ? character_at(text_, at).code : not_utf8;
    }

    // <!channel>, <@U012>, <#C012|general>, <https://…|words>, <b>
    bool skip_markup()
    {
        auto const inside = code_at(at_ + 1);
        bool const opens =
            inside == '!' || inside == '@' || inside == '#' || inside == '/' || is_ascii_letter(inside);
        auto const end = text_.substr(at_, longest_markup).find('>');
        if (!opens || end == text_.npos)
            return false;
        at_ += end + 1;
        return true;
    }

    bool starts_link() const
    {
        auto const rest = text_.substr(at_);
        return rest.starts_with("http://") || rest.starts_with("https://");
    }

    void skip_to_space()
    {
        while (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) > ' ')
            ++at_;
    }

    // A break, or something that only parts words. "#1" is a rank and no count; it keeps its mark.
    void read_mark(character const& next)
    {
        if (next.code == '#' && is_digit(code_at(at_ + 1))) {
            ++at_;
            read_word();
            tokens_.back().insert(0, 1, '#');
            return;
        }
        if (auto const mark = is_free_dash(next) ? "," : break_of(next.code); !mark.empty())
            tokens_.emplace_back(mark);
        at_ += next.bytes;
    }

    // "rebook – then bill": between spaces a dash parts; inside a word it joins.
    bool is_free_dash(character const& next) const
    {
        bool const is_dash = next.code == '-' || next.code == 0x2013 || next.code == 0x2014;
        return is_dash && (at_ == 0 || text_[at_ - 1] == ' ') && code_at(at_ + next.bytes) == ' ';
    }

    void read_word()
    {
        std::string word;
        while (at_ < text_.size()) {
            auto const next = character_at(text_, at_);
            if (is_word_character(next.code))
                append_lower(word, text_, next, at_);
            else if (is_apostrophe(next.code) && is_word_character(code_at(at_ + next.bytes)))
                word += '\'';
            else if (joins_digits(next.code))
                word += static_cast<char>(next.code);
            else
                break;
            at_ += next.bytes;
        }
        if (is_digit(static_cast<unsigned char>(word.back())) && code_at(at_) == '%') {
            word += '%';
            ++at_;
        }
        if (word.ends_with("'s"))
            word.resize(word.size() - 2);
        if (!word.empty())
            tokens_.push_back(std::move(word));
    }

    // 1,200 · 4.5 · 24/7
    bool joins_digits(char32_t code) const
    {
        return (code == ',' || code == '.' || code == '/') && at_ > 0 &&
               is_digit(static_cast<unsigned char>(text_[at_ - 1])) && is_digit(code_at(at_ + 1));
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<std::string> tokens_;
};

}  // namespace

std::vector<std::string> tokens_of(std::string_view text)
{
    return tokenizer(text).run();
}

bool is_break(std::string_view token)
{
    return token.size() == 1 && std::string_view(",:/&.;\n").find(token.front()) != std::string_view::npos;
}

bool ends_sentence(std::string_view token)
{
    return token == "." || token == ";" || token == "\n";
}

std::size_t phrase_length_at(
    std::vector<std::string> const& phrases, std::span<std::string const> tokens, std::size_t start)
{
    std::string phrase;
    std::size_t longest = 0;
    auto const end = std::min(tokens.size(), start + longest_phrase);
    for (auto index = start; index < end && !is_break(tokens[index]); ++index) {
        phrase += (index == start ? "" : " ") + tokens[index];
        auto const found = std::ranges::lower_bound(phrases, phrase);
        if (found == phrases.end() || !found->starts_with(phrase))
            break;  // no longer phrase begins like this either
        if (*found == phrase)
            longest = index - start + 1;
    }
    return longest;
}

std::size_t count_phrases(std::vector<std::string> const& phrases, std::span<std::string const> tokens)
{
    std::size_t count = 0;
    for (std::size_t index = 0; index < tokens.size();) {
        auto const length = phrase_length_at(phrases, tokens, index);
        count += length > 0 ? 1 : 0;
        index += std::max<std::size_t>(length, 1);
    }
    return count;
}

std::vector<std::span<std::string const>> clauses_of(std::span<std::string const> tokens)
{
    std::vector<std::span<std::string const>> clauses;
    for (std::size_t start = 0; start < tokens.size();) {
        auto end = start;
        while (end < tokens.size() && !is_break(tokens[end]))
            ++end;
        if (end > start)
            clauses.push_back(tokens.subspan(start, end - start));
        start = end + 1;
    }
    return clauses;
}

}  // namespace crossroads
