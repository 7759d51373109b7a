#include "playground/paging.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace crossroads::playground {
namespace {

constexpr std::string_view prefix = "next_item:";

std::string write_cursor(std::size_t position)
{
    auto const plain = std::string(prefix) + std::to_string(position);
    std::array<unsigned char, 64> encoded{};
    auto const* const bytes = reinterpret_cast<unsigned char const*>(plain.data());
    auto const length = EVP_EncodeBlock(encoded.data(), bytes, static_cast<int>(plain.size()));
    return {encoded.begin(), encoded.begin() + length};
}

std::optional<std::size_t> read_cursor(std::string_view cursor)
{
    std::array<unsigned char, 64> decoded{};
    if (cursor.size() > 64 || cursor.size() % 4 != 0)
        return std::nullopt;
    auto const* const bytes = reinterpret_cast<unsigned char const*>(cursor.data());
    auto const length = EVP_DecodeBlock(decoded.data(), bytes, static_cast<int>(cursor.size()));
    if (length < 0)
        return std::nullopt;
    std::string plain(decoded.begin(), decoded.begin() + length);
    plain.erase(std::min(plain.find('\0'), plain.size()));  // the padding decodes to zeros
    if (!plain.starts_with(prefix))
        return std::nullopt;
    std::size_t position = 0;
    auto const* const end = plain.data() + plain.size();
    auto const [stopped, error] = std::from_chars(plain.data() + prefix.size(), end, position);
    if (error != std::errc() || stopped != end)
        return std::nullopt;
    return position;
}

}  // namespace

std::optional<page_range>
read_page(api_call const& call, std::size_t size, std::size_t otherwise, grows where)
{
    page_range range;
    auto const cursor = argument(call, "cursor");
    if (!cursor.empty()) {
        auto const position = read_cursor(cursor);
        if (!position)
            return std::nullopt;
        auto const counted = std::min(*position, size);
        range.first = where == grows::at_the_start ? size - counted : counted;
    }
    auto const asked = number_argument(call, "limit").value_or(static_cast<std::int64_t>(otherwise));
    auto const limit = static_cast<std::size_t>(std::clamp<std::int64_t>(asked, 1, 1000));
    range.last = std::min(range.first + limit, size);
    if (range.last < size)
        range.next_cursor = write_cursor(where == grows::at_the_start ? size - range.last : range.last);
    return range;
}

}  // namespace crossroads::playground
