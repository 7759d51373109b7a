#pragma once

#include "words/catalogue/work_words.hpp"

namespace crossroads {

inline constexpr work_words german_work_words{
    .next_proof = "der nächste Beleg da ist",
    .work_done = "die Arbeit darüber getan ist",
    .known_weakness = "{area}: bekannte Schwäche, noch nicht im Weg",
    .core = "Kern",
    .the_workflow = "der Ablauf, den ihr zuerst schützt",
    .agree = "Euch einigen, {what}",
    .agree_in_week_one = "Euch in Woche 1 einigen, {what}",
    .check_answers = "Die Antworten prüfen, die jeden Weg ausschließen, dann neu bewerten",
    .talk_to_users = "Mit echten Nutzenden sprechen und echte Zahlen ansehen",
    .answer_again = "Die offenen Fragen neu beantworten",
    .baseline = "Den heutigen Ausgangswert aufschreiben",
    .next_users = "Zu den nächsten Nutzenden bringen",
    .review = "Den Beleg ansehen und neu bewerten",
    .safety_net = "Sicherheitsnetz: der Hauptablauf als Prüfungen, ein Rollback, Alarme",
    .roll_out = "Für alle ausrollen",
    .target_design = "Zielbild und Grenze der Arbeit",
    .first_slice = "Erster Ausschnitt in Betrieb, mit wenigen Nutzenden",
    .the_rest = "Der Rest in Gruppen",
    .switch_over = "Alle umstellen",
};

}  // namespace crossroads
