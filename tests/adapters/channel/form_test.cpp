#include "channel/form.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using crossroads::decode_form;
using crossroads::encode_form;
using crossroads::find_field;
using crossroads::form_fields;

struct form_case {
    std::string encoded;
    form_fields fields;
};

TEST(Form, DecodesFields)
{
    form_case const cases[] = {
        {"", {}},
        {"text=start+Blue%20Van", {{"text", "start Blue Van"}}},
        {"a=1&b=&c", {{"a", "1"}, {"b", ""}, {"c", ""}}},
        {"a=1=2", {{"a", "1=2"}}},
        {"&&a=%C3%A9&", {{"a", "\xC3\xA9"}}},
        {"a=1&a=2", {{"a", "1"}, {"a", "2"}}},
        {"a=%00b", {{"a", std::string("\0b", 2)}}},
    };
    for (auto const& [encoded, fields] : cases)
        EXPECT_EQ(decode_form(encoded), fields) << encoded;
}

TEST(Form, RefusesBrokenEscapes)
{
    for (auto const* encoded : {"a=%", "a=%4", "a=%zz", "%=1", "a=%-1"})
        EXPECT_FALSE(decode_form(encoded)) << encoded;
}

TEST(Form, EncodesWhatItDecodes)
{
    form_fields const fields{{"payload", "{\"a\":\"b & c+d\xE2\x80\x9C\"}"}, {"", "="}};

    auto const encoded = encode_form(fields);

    EXPECT_EQ(encoded, "payload=%7B%22a%22%3A%22b+%26+c%2Bd%E2%80%9C%22%7D&=%3D");
    EXPECT_EQ(decode_form(encoded), fields);
}

TEST(Form, FindsTheFirstOfARepeatedField)
{
    form_fields const fields{{"a", "1"}, {"a", "2"}};

    EXPECT_EQ(find_field(fields, "a"), "1");
    EXPECT_FALSE(find_field(fields, "b"));
}

}  // namespace
