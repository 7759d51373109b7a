#pragma once

#include "words/catalogue/question_words.hpp"

namespace crossroads {

inline constexpr question_words german_question_words{
    .heading = "{number} von {count} · {section}",
    .one_answers = "Ein Tipp genügt, oder eine Antwort mit der Nummer.",
    .many_answer = "Ankreuzen und speichern, oder mit den Nummern antworten.",
    .text_answers = "Auf „Antworten“ drücken, oder mit einem Satz antworten.",
    .ruled_out =
        "Nach den bisherigen Antworten entfällt diese Frage. Was beantwortet wurde, bleibt erhalten.",
    .nobody_yet = "Noch hat niemand geantwortet.",
    .people_answered = {"{count} Person hat geantwortet.", "{count} Personen haben geantwortet."},
    .still_true = "Stimmt noch",
    .answer = "Antworten",
    .save = "Speichern",
    .back = "Zurück",
    .that_is_all = "Mehr können wir nicht sagen",
    .ask_someone = "Jemanden fragen",
    .last_time = "*Letztes Mal:* {answer}",
    .form_title = "Frage {number} von {count}",
    .form_title_vote = "Schlussabstimmung",
    .form_save = "Speichern",
    .form_stop = "Später weiter",
    .text_limit = "Bis zu 1.000 Zeichen.",
    .answer_so_far = "Deine Antwort bisher: {answer}",
    .typing_works = "Tippen geht auch: `{command}` und deine Antwort; in einem Thread erwähnst du mich mit "
                    "`{words}` und deiner Antwort.",
    .hat_label = "Was machst du vor allem?",
    .hat_hint = "Freiwillig, einmal gefragt. Danach richtet sich, wessen technische Antworten zuerst zählen.",
    .all_done = "Du bist alle Fragen durchgegangen. Jede Antwort lässt sich noch ändern.",
    .all_done_but = "Du bist alle Fragen durchgegangen. Zurückgestellt: {count}. Mit „Jetzt antworten“ "
                    "kommst du jederzeit darauf zurück.",
    .wants_detail =
        "Das ist gespeichert. Um damit zu arbeiten, brauchen wir: *Wer* hat *was* getan, und *wie oft*?",
};

}  // namespace crossroads
