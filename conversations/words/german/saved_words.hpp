#pragma once

#include "words/catalogue/saved_words.hpp"

namespace crossroads {

inline constexpr saved_words german_saved_words{
    .done = "{done} von {count} erledigt.",
    .done_set_aside = "{done} von {count} erledigt, {set_aside} zurückgestellt.",
    .done_minutes = "{done} von {count} erledigt, noch {minutes}.",
    .same = "Das ist schon deine Antwort.",
    .same_typed = "Das ist schon deine Antwort ({question}).",
    .changed = "Geändert: {before} → {now}.",
    .changed_typed = "Geändert ({question}): {before} → {now}.",
    .saved = "Gespeichert.",
    .saved_typed = "Gespeichert zu {question}: {now}.",
    .does_not_apply =
        "Andere Antworten schließen diese Frage gerade aus, deshalb zählt sie nicht. Sie bleibt erhalten.",
    .in_doubt =
        "Die Antworten führen jetzt zu einem anderen Ergebnis. Es steht im Thread; die Leitung entscheidet.",
    .late =
        "Das Ergebnis wurde vor dieser Antwort gezeigt. Sie ist festgehalten und ändert das Ergebnis nicht.",
    .hat_question = "Eine Frage zu dir, wenn du magst: Was machst du vor allem? Sie kommt nur einmal; danach "
                    "richtet sich, wessen technische Antworten zuerst zählen.",
    .wants_detail_summary =
        "Das ist gespeichert. Um damit zu arbeiten, brauchen wir: Wer hat was getan, und wie oft?",
    .you_wrote = "Du hast geschrieben: {text}",
    .add_detail = "Genauer sagen",
    .kept_as_said = "So festgehalten, wie du es gesagt hast. {question} gilt als offen, bis jemand aus dem "
                    "Team es konkreter sagt oder {owner} es als konkret genug markiert.",
    .set_aside = "{question} ist für dich zurückgestellt. Du kannst sie noch beantworten.",
    .updated = "Du hast deine Nachricht bearbeitet; deine Antwort zu {question} ist jetzt: {now}.",
    .undo = "Rückgängig",
    .edit_not_understood =
        "Deine bearbeitete Nachricht konnte ich nicht als Antwort zu {question} lesen. Deine Antwort bleibt: "
        "{now}. Bearbeite die Nachricht noch einmal, oder ändere sie über „Meine Antworten“.",
    .withdrawn = "Du hast deine Nachricht gelöscht; deine Antwort zu {question} ist damit zurückgezogen. Du "
                 "kannst neu antworten.",
    .answer_again = "Neu antworten",
    .undone_withdrawn = "Rückgängig gemacht. Deine Antwort zu {question} ist zurückgezogen.",
    .undone = "Rückgängig gemacht. Deine Antwort zu {question} ist wieder: {now}.",
    .nothing_to_undo =
        "Bei {question} gibt es nichts rückgängig zu machen. „Meine Antworten“ zeigt, was jetzt zählt.",
    .hat_saved = "Notiert: {hat}. Weiter mit den Fragen, wann es dir passt.",
};

}  // namespace crossroads
