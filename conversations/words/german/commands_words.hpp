#pragma once

#include "words/catalogue/commands_words.hpp"

namespace crossroads {

inline constexpr commands_words german_commands_words{
    .unknown_option = "Die Option {text} kenne ich nicht.",
    .names_value = "--names nimmt shown oder hidden, nicht {text}.",
    .people_value = "--people nimmt open oder die Personen, die gefragt werden.",
    .export_value = "export nimmt md, json oder csv, nicht {text}.",
    .language_value = "{text} spreche ich noch nicht. Es gibt: {known}.",
    .not_a_person = "{text} finde ich nicht als Person. Tippe @ und wähle den Namen aus der Liste.",
    .who_missing = "Sag, wer: Tippe @ und wähle den Namen aus der Liste.",
    .number_missing = "Sag, welche Frage, mit ihrer Nummer.",
    .unexpected_text = "Mit {text} kann ich nichts anfangen.",
    .window_missing = "Sag, wie lange: eine Anzahl Tage wie 3d oder ein Datum wie 2026-06-12.",
    .window_value = "{text} ist weder eine Anzahl Tage wie 3d noch ein Datum wie 2026-06-12.",
    .value_missing = "{text} braucht einen Wert.",
    .like_this = "So geht es: `{command}`.",
    .unknown_command = "„{text}“ kenne ich nicht.",
    .did_you_mean = "Meintest du {commands}?",
    .or_between = "oder",
    .there_is = "Es gibt: `{commands}`.",
    .ambiguous =
        "„{text}“ könnte mehreres sein: {commands}. Tippe einen Buchstaben mehr, zum Beispiel `{example}`.",
    .product_name = "Produktname",
    .channel_speaks = "Dieser Channel spricht {language}. Ändern mit `{command}`. Bekannt: {known}. Was nur "
                      "du siehst, folgt der Sprache deines eigenen Profils, wenn ich sie spreche.",
    .channel_now_speaks =
        "Ab jetzt spreche ich in diesem Channel {language}. Karten, die später bearbeitet werden, folgen.",
    .channel_speaks_already = "In diesem Channel spreche ich schon {language}.",
    .other_command = "Auf diesen Befehl hört diese App nicht. Tippe stattdessen {command}.",
};

}  // namespace crossroads
