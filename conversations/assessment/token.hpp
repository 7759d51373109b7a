#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

/// What a token of a card or form stands for. A token is `<key>.<subject>.<name>`, where the key is that
/// of one assessment (or of an offered start), made from the randomness of the event that began it:
/// nobody can guess it, and any press can be traced to its assessment without a table of tokens.
struct token {
    enum class subject {
        assessment,  // no name
        question,    // a question id
        hat,         // no name
        person,      // a user id
        late,        // the revision of a late result
        vote,        // a question id
        last_plan,   // no name: whether the last plan's outcome was proved
        reason,      // a question id: why a question is settled as it is
        number,      // no name: the input that asks for a question's number
        offer,       // no name: an offered start
        colleague,   // a question id: who it is handed to
    };

    std::string key;
    subject about = subject::assessment;
    std::string name;

    friend bool operator==(token const&, token const&) = default;
};

std::string write_token(token const& what);
std::optional<token> read_token(std::string_view text);

}  // namespace crossroads
