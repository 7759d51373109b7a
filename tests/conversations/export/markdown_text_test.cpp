#include "export/markdown_text.hpp"

#include <gtest/gtest.h>

namespace crossroads {

TEST(MarkdownText, ShowsExactlyTheTextWhateverIsInIt)
{
    struct row {
        std::string_view text;
        std::string_view expected;
    };

    for (auto const& [text, expected] : {
             row{"plain words, 9 clinics.", "plain words, 9 clinics."},
             row{"*bold* _it_ `code`", R"(\*bold\* \_it\_ \`code\`)"},
             row{"<script>&amp;", R"(\<script\>\&amp;)"},
             row{"[x](http://y) ![z](q)", R"(\[x\](http://y) \!\[z\](q))"},
             row{"# title", R"(\# title)"},
             row{"- item", R"(\- item)"},
             row{"12. item", R"(12\. item)"},
             row{"3) item", R"(3\) item)"},
             row{"a - b 1. c", "a - b 1. c"},
             row{"C:\\dir | ~x~", R"(C:\\dir \| \~x\~)"},
             row{"one\n  - two\n\n=== three", "one\\\n  \\- two\\\n  \\=== three"},
             row{"", ""},
             row{"\n\n", ""},
             row{"Füße “ja”", "Füße “ja”"},
         })
        EXPECT_EQ(markdown_text(text), expected) << text;
}

}  // namespace crossroads
