#pragma once

#include "words/catalogue/second_opinion_words.hpp"

namespace crossroads {

inline constexpr second_opinion_words german_second_opinion_words{
    .ask = "Zweite Meinung einholen",
    .who_can = "Nur die Leitung kann jemanden von außen um eine zweite Meinung bitten.",
    .whom = "*{name}*: {sentence}",
    .what_is_shared = "Dafür gibt es zwei Dateien zu {product}, eine als Markdown und eine als JSON: das "
                      "Ergebnis, seine Gründe, der Plan und {answers} von {people}, auch wie sie sich "
                      "geändert haben.",
    .people_by_id = "In beiden steht, wer was geantwortet hat, mit der Benutzer-ID.",
    .names_left_out = "Namen stehen in keiner von beiden.",
    .how_it_leaves = "Beide Dateien kommen in diesen Thread, und du schickst sie an {address}. Ich schicke "
                     "nichts aus diesem Workspace hinaus, und ohne dein Wort passiert gar nichts.",
    .post_both = "Beide Dateien einstellen",
    .files_in_thread = "{owner} holt zum Ergebnis für {product} eine zweite Meinung ein. Zwei Dateien "
                       "folgen, als Markdown und als JSON.",
    .send_them = "Jemand von euch schickt sie an {address}; ich schicke nichts aus diesem Workspace hinaus.",
    .under_way = "Die beiden Dateien kommen in den Thread. Schick sie an {address}.",
    .done_already = "Beide Dateien stehen seit {when} im Thread; {person} hat sie angefordert. Schick sie an "
                    "{address}.",
    .declined = "Es wurde nichts eingestellt und nichts verschickt.",
    .in_help = "Unter einem Ergebnis kann die Leitung {name} um eine zweite Meinung bitten.",
};

}  // namespace crossroads
