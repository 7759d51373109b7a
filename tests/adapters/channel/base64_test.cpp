#include "channel/base64.hpp"

#include <gtest/gtest.h>

namespace crossroads {
namespace {

TEST(Base64, IsThatOfTheStandard)
{
    struct row {
        std::string_view bytes;
        std::string_view text;
    };

    // RFC 4648, section 10.
    for (auto const& [bytes, text] :
         {row{"", ""}, row{"f", "Zg=="}, row{"fo", "Zm8="}, row{"foo", "Zm9v"}, row{"foob", "Zm9vYg=="},
          row{"fooba", "Zm9vYmE="}, row{"foobar", "Zm9vYmFy"}}) {
        EXPECT_EQ(encode_base64(bytes), text);
        EXPECT_EQ(decode_base64(text), bytes);
    }
}

TEST(Base64, BringsEveryByteBack)
{
    std::string all;
    for (int byte = 0; byte < 256; ++byte) {
        all += static_cast<char>(byte);
        EXPECT_EQ(decode_base64(encode_base64(all)), all);
    }
}

TEST(Base64, IsNotReadFromAnythingElse)
{
    for (auto const* text : {"Z", "Zg", "Zg=", "Zg==\n", " Zg==", "Zh==", "=Zg=", "Zg==Zg==", "Z*==", "===="})
        EXPECT_FALSE(decode_base64(text)) << text;
}

}  // namespace
}  // namespace crossroads
