#include "settings/contact_address.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>

namespace urls = boost::urls;

namespace crossroads {
namespace {

constexpr std::size_t longest_link = 200;
constexpr std::size_t longest_mail_address = 80;

bool is_letter_or_digit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Labels of letters, digits and hyphens, two at least: "mail.example.com".
bool is_domain(std::string_view text)
{
    if (text.find('.') == std::string_view::npos)
        return false;
    while (true) {
        auto const label = text.substr(0, text.find('.'));
        bool const plain =
            std::ranges::all_of(label, [](char c) { return is_letter_or_digit(c) || c == '-'; });
        if (label.empty() || label.front() == '-' || label.back() == '-' || !plain)
            return false;
        if (label.size() == text.size())
            return true;
        text.remove_prefix(label.size() + 1);
    }
}

bool is_https_link(std::string_view text)
{
    auto const parsed = urls::parse_uri(urls::string_view(text.data(), text.size()));
    if (!parsed || parsed->scheme_id() != urls::scheme::https || parsed->has_userinfo())
        return false;
    auto const host = parsed->encoded_host();
    return text.size() <= longest_link && is_domain({host.data(), host.size()});
}

bool is_mail_address(std::string_view text)
{
    constexpr std::string_view also_in_front = ".!#$%'*+-/=?^_{}~";  // RFC 5322, what needs no care in a link
    auto const at = text.find('@');
    if (at == std::string_view::npos || at == 0 || text.size() > longest_mail_address)
        return false;
    auto const front = text.substr(0, at);
    bool const plain = std::ranges::all_of(front, [&](char c) {
        return is_letter_or_digit(c) || also_in_front.find(c) != std::string_view::npos;
    });
    return plain && is_domain(text.substr(at + 1));
}

}  // namespace

bool is_contact_address(std::string_view text)
{
    return is_https_link(text) || is_mail_address(text);
}

}  // namespace crossroads
