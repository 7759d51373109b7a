#pragma once

#include "words/catalogue/lifecycle_words.hpp"

namespace crossroads {

inline constexpr lifecycle_words german_lifecycle_words{
    .paused = "Pausiert von {person}. Nichts geht verloren, und niemand wird erinnert. Bisher: {answers}.",
    .resumed = "Die Pause ist vorbei: fortgesetzt von {person}. Alle machen weiter, wo sie waren.",
    .paused_already = "Die Bewertung von {product} ist schon pausiert.",
    .paused_privately =
        "Pausiert: die Bewertung von {product}. Niemand kann antworten, bis du sie fortsetzt.",
    .open_already = "Die Bewertung von {product} ist schon offen.",
    .resumed_privately = "Wieder offen: die Bewertung von {product}. Alle machen weiter, wo sie waren.",
    .confirm_cancel = "Die Bewertung von *{product}* abbrechen? {answers} werden ohne Ergebnis geschlossen. "
                      "Sie bleiben festgehalten.",
    .pause_instead = "Lieber pausieren",
    .cancel = "Bewertung abbrechen",
    .cancelled = "Abgebrochen von {person}. Es gibt kein Ergebnis. {answers} bleiben festgehalten.",
    .cancelled_privately = "Abgebrochen: die Bewertung von {product}. {answers} bleiben festgehalten; „Meine "
                           "Antworten“ zeigt sie weiter. Eine neue kannst du jederzeit starten.",
    .kept_open = "Sie bleibt offen. Nichts hat sich geändert.",
    .invitation =
        "{person} hat dich zur Bewertung von {product} hinzugefügt. Kurze Fragen; antworte, wann es "
        "dir passt.",
    .everyone_can = "Alle hier können schon antworten, also auch {person}. Ich habe Bescheid gesagt.",
    .on_the_list = "{person} steht jetzt auf der Liste.",
    .on_the_list_already = "{person} steht schon auf der Liste.",
    .wants_to_join = "{person} möchte bei der Bewertung von {product} mitmachen.",
    .add_them = "Hinzufügen",
    .asked_to_join = "Ich habe bei {owner} nachgefragt. Du hörst von mir, sobald du dabei bist.",
    .handed_over = "Die Bewertung von {product} leitet jetzt {person}.",
    .handed_over_already = "Die Bewertung von {product} leitet {person} schon.",
    .new_owner = "Die Bewertung von {product} leitest jetzt du. Du kannst sie pausieren, abschließen, "
                 "abbrechen und Strittiges festlegen; status zeigt, wie weit sie ist.",
};

}  // namespace crossroads
