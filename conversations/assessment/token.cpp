#include "assessment/token.hpp"

#include <array>
#include <utility>

namespace crossroads {

namespace {

constexpr std::array subjects{
    std::pair{token::subject::assessment, std::string_view{"run"}},
    std::pair{token::subject::question, std::string_view{"question"}},
    std::pair{token::subject::hat, std::string_view{"hat"}},
    std::pair{token::subject::person, std::string_view{"person"}},
    std::pair{token::subject::late, std::string_view{"late"}},
    std::pair{token::subject::vote, std::string_view{"vote"}},
    std::pair{token::subject::last_plan, std::string_view{"last_plan"}},
    std::pair{token::subject::reason, std::string_view{"reason"}},
    std::pair{token::subject::number, std::string_view{"number"}},
    std::pair{token::subject::offer, std::string_view{"offer"}},
    std::pair{token::subject::colleague, std::string_view{"colleague"}},
};

}  // namespace

std::string write_token(token const& what)
{
    std::string text = what.key;
    for (auto const& [subject, name] : subjects)
        if (subject == what.about)
            text.append(".").append(name);
    return what.name.empty() ? text : text + "." + what.name;
}

std::optional<token> read_token(std::string_view text)
{
    auto const dot = text.find('.');
    if (dot == std::string_view::npos || dot == 0)
        return std::nullopt;
    auto const rest = text.substr(dot + 1);
    auto const second = rest.find('.');
    auto const named = rest.substr(0, second);
    for (auto const& [subject, name] : subjects)
        if (name == named)
            return token{
                std::string{text.substr(0, dot)}, subject,
                second == std::string_view::npos ? std::string{} : std::string{rest.substr(second + 1)}};
    return std::nullopt;
}

}  // namespace crossroads
