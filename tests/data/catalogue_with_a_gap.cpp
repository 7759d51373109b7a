// Must not compile when CROSSROADS_GAP is defined: build.a_missing_text_fails shows that it does not.
#include "words/catalogue/buttons_words.hpp"

namespace crossroads {

struct some_words {
    wording said;
    button_wording pressed;
};

some_words const whole{
    .said = "Saved.",
#ifndef CROSSROADS_GAP
    .pressed = "Undo",
#endif
};

}  // namespace crossroads
