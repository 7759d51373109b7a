#include "channel/fingerprint.hpp"

#include <openssl/sha.h>

#include <array>
#include <cstddef>

namespace crossroads {

std::string fingerprint(std::string_view text)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
    SHA256(reinterpret_cast<unsigned char const*>(text.data()), text.size(), hash.data());
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr std::size_t kept = 16;
    std::string hexadecimal;
    for (std::size_t at = 0; at < kept; ++at) {
        hexadecimal += digits[hash[at] >> 4U];
        hexadecimal += digits[hash[at] & 15U];
    }
    return hexadecimal;
}

}  // namespace crossroads
