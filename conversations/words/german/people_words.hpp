#pragma once

#include "words/catalogue/people_words.hpp"

namespace crossroads {

inline constexpr people_words german_people_words{
    .can_pause = "Nur die Leitung oder ein Workspace-Admin kann sie pausieren.",
    .can_resume = "Nur die Leitung oder ein Workspace-Admin kann sie fortsetzen.",
    .can_extend = "Nur die Leitung oder ein Workspace-Admin kann ihr mehr Zeit geben.",
    .can_invite = "Nur die Leitung oder ein Workspace-Admin kann Personen hinzufügen.",
    .can_ask_someone = "Nur die Leitung oder ein Workspace-Admin kann jemanden namentlich fragen.",
    .can_finish = "Nur die Leitung oder ein Workspace-Admin kann das Ergebnis zeigen.",
    .can_cancel = "Nur die Leitung oder ein Workspace-Admin kann sie abbrechen.",
    .can_hand_over = "Nur die Leitung oder ein Workspace-Admin kann sie übergeben.",
    .can_remove = "Nur ein Workspace-Admin kann sie löschen; die Leitung kann darum bitten.",
    .can_settle = "Nur die Leitung kann eine Frage festlegen.",
    .can_mark_concrete = "Nur die Leitung kann eine Antwort als konkret genug markieren.",
    .can_decide_on_late_result = "Nur die Leitung kann über ein spätes Ergebnis entscheiden.",
    .the_owner_is = "{who_can} Die Leitung hat {owner}.",
    .goes_on = "Die Bewertung läuft weiter wie zuvor.",
    .being_asked =
        "Ich frage gerade nach, ob du Admin dieses Workspaces bist; wenn ja, mache ich von selbst weiter.",
    .is_no_admin = "Admin dieses Workspaces bist du nicht; die Bewertung läuft also weiter wie zuvor.",
    .not_told =
        "Ob du Admin dieses Workspaces bist, erfahre ich nicht; die Bewertung läuft also weiter wie zuvor.",
    .takes_longer = "Ob du Admin dieses Workspaces bist, weiß ich noch nicht. Ich merke mir deinen Wunsch "
                    "eine Stunde lang und sage dir, was daraus wurde. {owner} kann es sofort tun.",
    .gave_up = "Ob du Admin dieses Workspaces bist, habe ich nicht erfahren; dein Wunsch ist damit erledigt, "
               "und nichts hat sich geändert. {owner} kann es tun.",
    .you_are_a_stranger = "Du kommst aus einem verbundenen Workspace, und in dieser Bewertung zählen "
                          "Antworten der Mitglieder dieses Workspaces.",
    .you_are_a_guest =
        "Du bist Gast in diesem Workspace, und in dieser Bewertung zählen Antworten seiner Mitglieder.",
    .can_add_you = "{owner} kann dich hinzufügen.",
    .kept_until_added = "Deine Antworten sind aufgehoben und zählen noch nicht. {owner} kann dich "
                        "hinzufügen, dann zählen sie.",
    .stranger_start = "Du kommst aus einem verbundenen Workspace. Jemand aus diesem Workspace kann eine "
                      "Bewertung starten und dich hinzufügen: `{command}`.",
    .guest_start = "Du bist Gast in diesem Workspace. Ein Mitglied kann eine Bewertung starten und dich "
                   "hinzufügen: `{command}`.",
    .gone_cannot_answer = "{person} hat diesen Workspace verlassen, kann nicht antworten und steht nicht auf "
                          "der Liste. Nenne jemand anderen.",
    .app_cannot_answer =
        "{person} ist eine App, kann nicht antworten und steht nicht auf der Liste. Nenne jemand anderen.",
    .nobody_cannot_answer = "{person} finde ich in diesem Workspace nicht, also steht der Name nicht auf der "
                            "Liste. Nenne jemand anderen.",
    .gone_cannot_own = "{person} hat diesen Workspace verlassen und kann die Bewertung von {product} "
                       "nicht leiten. Sie bleibt bei {owner}. Nenne jemand anderen.",
    .app_cannot_own = "{person} ist eine App und kann die Bewertung von {product} nicht leiten. Sie "
                      "bleibt bei {owner}. Nenne jemand anderen.",
    .nobody_cannot_own = "{person} finde ich in diesem Workspace nicht; die Bewertung von {product} "
                         "bleibt bei {owner}. Nenne jemand anderen.",
    .list_is_full = "Auf der Liste stehen {count} Personen, mehr passen nicht darauf. Mit einer offenen "
                    "Liste können alle im Channel antworten.",
    .ask_title = "Jemanden fragen",
    .ask_submit = "Fragen",
    .ask_label = "Wer weiß das am besten?",
    .ask_hint = "Die Person bekommt diese Frage als Direktnachricht und kann auch die anderen beantworten.",
    .ask_missing = "Wähle jemanden aus der Liste.",
    .how_to_ask = "Sag, wer die Frage bekommt: `{command}`.",
    .asked = "{person} bekommt {question} als Direktnachricht.",
    .asked_already = "{person} wurde zu {question} schon gefragt. Eine Erinnerung folgt von selbst.",
    .that_is_you = "Das bist du. Du kannst sie gleich hier beantworten.",
    .answered_already = "{person} hat {question} schon beantwortet.",
    .handed_question = "{person} stellt dir {question} der Bewertung von {product}, weil du sie "
                       "vielleicht am besten beantworten kannst:",
    .do_not_know_is_fine = "„Weiß nicht“ ist eine gute Antwort.",
    .owner_gone =
        "{owner} hat den Workspace verlassen und die Bewertung von {product} geleitet. Ein Workspace-Admin "
        "kann sie übergeben, und alle, die teilnehmen, können darum bitten: `{command}`.",
    .heir = "Ab {when} kann auch {person} sie übernehmen: Niemand nimmt länger teil.",
    .take_over = "Übernehmen",
    .take_over_offer = "Wer die Bewertung von {product} leitete, hat den Workspace vor einer Woche "
                       "verlassen, und von den anderen nimmst du am längsten teil. Du kannst sie übernehmen; "
                       "ohne Leitung kann nur ein Workspace-Admin das Ergebnis zeigen.",
    .hand_over_request = "{person} bittet darum, die Bewertung von {product} an {to} zu übergeben. Wer sie "
                         "leitete, hat den Workspace verlassen; ein Workspace-Admin kann sie hier übergeben.",
    .hand_over_button = "Als Admin übergeben",
    .hand_over_requested = "Wer sie leitete, hat den Workspace verlassen; deine Bitte steht jetzt im Thread. "
                           "Ein Workspace-Admin kann sie dort übergeben.",
    .hand_over_requested_already =
        "Die Bitte steht schon im Thread; ein Workspace-Admin kann sie dort übergeben.",
    .welcome_back = "Du bist wieder dabei. Auf deine Antworten zu {product} wird wieder gewartet, und "
                    "Erinnerungen kommen wie zuvor.",
    .welcome_back_paused =
        "Du bist wieder dabei. Die Bewertung von {product} ist pausiert; {owner} kann sie fortsetzen.",
    .that_name = "dieser Name",
    .remove_question = "Die Bewertung von {product} mit allen Daten löschen? {answers} und das Ergebnis, "
                       "falls es eines gibt, sind dann endgültig weg, und meine Nachrichten dazu werden "
                       "geleert. Gepostete Dateien bleiben, bis jemand sie im Channel löscht.",
    .keep_it = "Behalten",
    .remove_for_good = "Endgültig löschen",
    .remove_request = "{owner} bittet darum, die Bewertung von {product} mit allen Daten zu löschen. Ein "
                      "Workspace-Admin kann es hier tun; rückgängig machen lässt es sich nicht.",
    .remove_as_admin = "Als Admin löschen",
    .remove_requested = "Löschen kann sie nur ein Workspace-Admin; deine Bitte steht jetzt im Thread. Nichts "
                        "wird gelöscht, bevor es dort bestätigt ist.",
    .remove_requested_already = "Darum hast du schon gebeten: Die Bitte steht im Thread, und ein "
                                "Workspace-Admin kann sie dort bestätigen.",
    .nothing_removed = "Nichts wurde gelöscht.",
    .removed = "Gelöscht: die Bewertung von {product} mit Antworten und Ergebnis. Meine Nachrichten dazu "
               "werden geleert. Gepostete Dateien bleiben, bis jemand sie im Channel löscht, und Sicherungen "
               "behalten ihre Kopie, bis sie ersetzt werden.",
    .removed_headline =
        "*Gelöscht*. Die Bewertung #{number} wurde von {person} gelöscht, mit Antworten und Ergebnis.",
    .removed_message = "Mit der Bewertung gelöscht.",
};

}  // namespace crossroads
