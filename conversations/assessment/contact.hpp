#pragma once

#include <string>

namespace crossroads {

/// Whom an operator names for a second opinion on results.
struct contact {
    std::string name;
    std::string address;   // an https link or a mail address
    std::string sentence;  // what they do, in the operator's words

    friend bool operator==(contact const&, contact const&) = default;
};

}  // namespace crossroads
