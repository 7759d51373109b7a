#pragma once

#include "words/catalogue/refusals_words.hpp"

namespace crossroads {

inline constexpr refusals_words german_refusals_words{
    .for_example_number = "Zum Beispiel bedeutet 1 „{option}“.",
    .for_example_alone = "Zum Beispiel: nur „{alone}“, oder „{option}“ ohne das.",
    .stale = "Dieser Knopf gehört zu etwas, das vorbei ist. Was hier offen ist, zeigt `{command}`.",
    .unknown_guide =
        "Die Bewertung von {product} begann mit einer Version des Leitfadens, die ich nicht mehr habe. "
        "Nichts ist verloren. Wer mich betreibt, kann Version `{version}` zurückbringen.",
    .no_such_guide =
        "Einen Leitfaden namens {guide} habe ich nicht. Starte ohne --guide oder mit `{option}`.",
    .no_guide =
        "Ich habe gerade keinen Leitfaden, aus dem ich fragen kann. Wer mich betreibt, kann einen festlegen.",
    .no_space = "Mir fehlt Speicherplatz, um in einem neuen Channel zu beginnen. Was anderswo offen ist, "
                "läuft weiter. Sag denen Bescheid, die mich betreiben, und versuche es später noch einmal.",
    .product_missing = "Sag, um welches Produkt es geht.",
    .product_too_long = "Der Produktname hat {count} Zeichen; höchstens 80 passen. Kürze ihn.",
    .product_open =
        "Eine Bewertung dieses Produkts läuft hier schon. Mach damit weiter, oder nenne ein anderes Produkt.",
    .no_assessment = "Hier gab es noch keine Bewertung. Starte eine mit `{command}`.",
    .no_such_run = "Eine Bewertung #{number}, mit der das ginge, gibt es hier nicht. Es gibt: {names}.",
    .none = "keine",
    .which_run = "Welche: {names}? Füge ihre Nummer an: `{command}`.",
    .paused = "Diese Bewertung ist pausiert, deshalb habe ich das nicht übernommen. Nichts ist verloren. "
              "{owner} kann sie fortsetzen.",
    .cancelled_already =
        "Die Bewertung von {product} wurde abgebrochen von {person}. Du kannst eine neue starten.",
    .finished_already = "Die Bewertung von {product} ist abgeschlossen. Das Ergebnis zeigt `{command}`.",
    .outsider = "Diese Bewertung hat eine feste Liste von Personen. {owner} kann dich hinzufügen.",
    .ask_to_join = "Um Aufnahme bitten",
    .no_such_question = "Eine Frage mit dieser Nummer gibt es nicht. Sie gehen von 1 bis {count}.",
    .not_asked = "Nach den bisherigen Antworten wird nicht nach {question} gefragt. Ändern sie sich, kommt "
                 "sie von selbst wieder.",
    .nothing_before = "Du bist bei der ersten Frage. Davor kommt nichts.",
    .unsure = "Bist du unsicher, ist „Weiß nicht“ eine gute Antwort.",
    .too_long =
        "Das ist zu lang: {count} Zeichen, und höchstens 1.000 passen. Kürze es und sende es noch einmal.",
    .reason_too_long = "Die Begründung hat {count} Zeichen; höchstens 300 passen. Kürze sie.",
    .nothing_ticked = "Nichts ist angekreuzt. Wähle mindestens eine aus, oder drücke „Weiß nicht“.",
    .nothing_ticked_none_fits =
        "Nichts ist angekreuzt. Kreuze mindestens eine Antwort an; passt keine, dann „{option}“.",
    .goes_alone = "„{option}“ geht nicht zusammen mit einer anderen Antwort. Nimm eine davon weg.",
    .empty_text = "Hier steht noch nichts. Schreib einen Satz, oder drücke „Weiß nicht“.",
    .empty_text_skip = "Hier steht noch nichts. Schreib einen Satz, oder drücke „Überspringen“.",
    .no_match = "{text} passt zu keiner Antwort, die ich kenne. Antworte mit einer Nummer von 1 bis {count}.",
    .no_match_several = "{text} passt zu keiner Antwort, die ich kenne. Antworte mit einer Nummer von 1 bis "
                        "{count} oder mehreren: 1, 3.",
    .several_fit = "{text} passt zu mehreren Antworten. Antworte mit einer Nummer von 1 bis {count}.",
    .one_only = "Diese Frage nimmt eine Antwort. Antworte mit einer Nummer von 1 bis {count}.",
    .takes_a_sentence = "Diese Frage braucht einen Satz, keine Auswahl.",
    .takes_a_choice = "Diese Frage braucht eine Auswahl, keinen Satz.",
    .exactly_one = "Wähle genau eine Antwort.",
    .no_option = "Eine Antwort {option} gibt es hier nicht.",
    .option_twice = "Die Antwort {option} ist doppelt. Nenne sie einmal.",
    .exclusive = "{option} geht nicht zusammen mit einer anderen Antwort. Nimm eine davon weg.",
    .no_nul = "Der Text enthält das Zeichen U+0000, das nicht bleiben kann. Entferne es.",
    .text_too_long = "Der Text hat mehr als {count} Zeichen. Kürze ihn.",
    .unknown_not_offered = "„Weiß nicht“ gibt es hier nicht. Du kannst diese Frage überspringen.",
    .tick_one = "Kreuze mindestens eine Antwort an.",
    .write_a_sentence = "Schreib einen Satz, oder überspringe diese Frage.",
};

}  // namespace crossroads
