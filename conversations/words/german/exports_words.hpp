#pragma once

#include "words/catalogue/exports_words.hpp"

namespace crossroads {

inline constexpr exports_words german_exports_words{
    .names_hidden = "Namen sind darin verborgen.",
    .markdown_answers = "Export zu {product} als Markdown: alle Antworten und wie sie sich geändert haben.",
    .markdown_result = "Export zu {product} als Markdown: das Ergebnis, seine Gründe, der Plan, alle "
                       "Antworten und wie sie sich geändert haben.",
    .json_answers = "Export zu {product} als JSON: die Antworten, wie crossroads evaluate sie liest.",
    .json_result = "Export zu {product} als JSON: die Antworten, wie crossroads evaluate sie liest; es kommt "
                   "zur selben Entscheidung.",
    .csv = "Export zu {product} als CSV: eine Zeile je Antwort, für eine Tabelle.",
    .kilobytes = "{count} KB",
    .missing_scope = "Der App fehlt der Scope files:write. Wer sie betreibt, kann ihn ergänzen, die App neu "
                     "installieren und ihr das neue Token geben; fordere den Export danach noch einmal an.",
    .not_allowed = "Dieser Workspace erlaubt solche Dateien nicht. Bitte die Admins, sie für die App zu "
                   "erlauben; fordere den Export danach noch einmal an.",
    .no_room = "Im Workspace ist kein Platz mehr für Dateien. Bitte die Admins, Platz zu schaffen; fordere "
               "den Export danach noch einmal an.",
    .too_large_here = "Er ist größer, als dieser Workspace erlaubt. Frag die Admins, oder versuche den "
                      "Export als csv, der ist am kleinsten.",
    .other_reason = "Fordere den Export in einigen Minuten noch einmal an. Klappt es wieder nicht, nenne "
                    "denen, die die App betreiben, diesen Grund: {reason}.",
    .under_way = "Der Export zu {product} als {format} kommt als Datei in den Thread.",
    .before_result =
        "Antworten bleiben bis zum Ergebnis verborgen, deshalb gibt es noch keinen Export. {owner} zeigt das "
        "Ergebnis mit `{finish}`; danach können alle hier exportieren. Deine eigenen Antworten: `{answers}`.",
    .nothing = "Zu {product} hat niemand etwas beantwortet, deshalb gibt es nichts zu exportieren.",
    .too_large =
        "Dieser Export hat {size}; eine Datei kann hier {limit} haben. Am kleinsten ist `{command}`.",
    .too_large_csv = "Dieser Export hat {size}; eine Datei kann hier {limit} haben. Wende dich an die, die "
                     "die App betreiben: crossroads journal show gibt alles aus, was gespeichert ist.",
    .refused = "Der Export zu {product} ließ sich nicht als Datei senden. {remedy}",
};

}  // namespace crossroads
