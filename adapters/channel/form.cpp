#include "channel/form.hpp"

#include <algorithm>
#include <cstddef>

namespace crossroads {
namespace {

int hexadecimal(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<std::string> decode(std::string_view encoded)
{
    std::string plain;
    plain.reserve(encoded.size());
    for (std::size_t at = 0; at < encoded.size(); ++at) {
        if (encoded[at] != '%') {
            plain += encoded[at] == '+' ? ' ' : encoded[at];
            continue;
        }
        if (encoded.size() - at < 3)
            return std::nullopt;
        int const high = hexadecimal(encoded[at + 1]);
        int const low = hexadecimal(encoded[at + 2]);
        if (high < 0 || low < 0)
            return std::nullopt;
        plain += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return plain;
}

bool stays_as_it_is(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '*' ||
           c == '.' || c == '_' || c == '-';
}

void encode_to(std::string& encoded, std::string_view plain)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (char const c : plain) {
        auto const byte = static_cast<unsigned char>(c);
        if (stays_as_it_is(c)) {
            encoded += c;
        } else if (c == ' ') {
            encoded += '+';
        } else {
            encoded += '%';
            encoded += digits[byte >> 4U];
            encoded += digits[byte & 15U];
        }
    }
}

}  // namespace

std::optional<form_fields> decode_form(std::string_view encoded)
{
    form_fields fields;
    while (!encoded.empty()) {
        auto const field = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(field.size() + 1, encoded.size()));
        if (field.empty())
            continue;
        auto const equals = std::min(field.find('='), field.size());
        auto name = decode(field.substr(0, equals));
        auto value = decode(field.substr(std::min(equals + 1, field.size())));
        if (!name || !value)
            return std::nullopt;
        fields.emplace_back(std::move(*name), std::move(*value));
    }
    return fields;
}

std::string encode_form(form_fields const& fields)
{
    std::string encoded;
    for (auto const& [name, value] : fields) {
        if (!encoded.empty())
            encoded += '&';
        encode_to(encoded, name);
        encoded += '=';
        encode_to(encoded, value);
    }
    return encoded;
}

std::optional<std::string_view> find_field(form_fields const& fields, std::string_view name)
{
    auto const found = std::ranges::find(fields, name, &form_fields::value_type::first);
    if (found == fields.end())
        return std::nullopt;
    return found->second;
}

}  // namespace crossroads
