#pragma once

#include "words/catalogue/help_words.hpp"

namespace crossroads {

inline constexpr help_words german_help_words{
    .start = "startet eine Bewertung in diesem Channel. Die Namen derer, die teilnehmen, sind sichtbar, wenn "
             "du sie nicht verbirgst; alle hier können antworten, wenn du nicht Personen nennst. Sie ist so "
             "lange offen wie hier üblich, fünf Arbeitstage, wenn nichts anderes festgelegt ist; oder sag, "
             "bis wann: 3d, 2w oder ein Datum.",
    .status = "zeigt, wie weit sie ist, nur dir; mit share im Thread.",
    .answer = "öffnet deine nächste Frage. Mit einer Nummer öffnet es diese Frage; mit einem Text dazu ist "
              "das deine Antwort.",
    .back = "öffnet die Frage vor der, die du zuletzt gesehen hast.",
    .skip = "stellt eine Frage für dich zurück. Du kannst darauf zurückkommen.",
    .pause = "nimmt keine Antworten an, bis sie fortgesetzt wird. Das können die Leitung und die "
             "Workspace-Admins.",
    .resume = "macht nach einer Pause weiter; das können die Leitung und die Workspace-Admins. Warst du "
              "abwesend, bist du wieder dabei.",
    .cancel =
        "beendet sie ohne Ergebnis, nach einer Rückfrage. Das können die Leitung und die Workspace-Admins.",
    .finish = "zeigt das Ergebnis; vorher sagt es, was fehlt oder strittig ist, außer mit anyway. Das können "
              "die Leitung und die Workspace-Admins.",
    .results = "zeigt dir das Ergebnis; mit share noch einmal dem Channel.",
    .history = "zeigt frühere Bewertungen dieses Channels oder eines Produkts.",
    .export_it = "stellt alles als Datei in den Thread, sobald es ein Ergebnis gibt: md zum Lesen, json für "
                 "crossroads evaluate, csv für eine Tabelle.",
    .answers = "zeigt deine eigenen Antworten.",
    .settle = "legt die Antwort des Teams auf eine Frage fest, bei der ihr euch unterscheidet. Beide "
              "Sichtweisen bleiben festgehalten. Das kann die Leitung.",
    .concrete = "markiert die Antworten auf eine Frage als konkret genug. Das kann die Leitung.",
    .invite = "fügt eine Person namentlich hinzu, auch Gäste. Mit der Nummer einer Frage bekommt sie diese "
              "als Direktnachricht. Das können die Leitung und die Workspace-Admins.",
    .owner = "übergibt die Bewertung an jemand anderen. Das können die Leitung und die Workspace-Admins; ist "
             "die Leitung nicht mehr im Workspace, können alle darum bitten, die teilnehmen.",
    .extend = "lässt sie länger offen: um einige Tage (2d, 1w) oder bis zu einem Datum. Das können die "
              "Leitung und die Workspace-Admins.",
    .away = "niemand wartet auf dich, und du bekommst keine Erinnerungen, bis du antwortest, bis zu diesem "
            "Tag oder bis zu resume.",
    .remove = "löscht eine Bewertung mit allen Daten, endgültig. Das können Workspace-Admins; die Leitung "
              "kann darum bitten.",
    .language = "zeigt oder setzt die Sprache dieses Channels: english oder deutsch. Was nur du siehst, "
                "folgt der Sprache deines eigenen Profils.",
    .help = "zeigt dies oder mehr zu einem Befehl.",
    .usage_start =
        "start [Produkt] [--names shown|hidden] [--people open|@wer …] [--until 3d|DATUM] [--guide ID]",
    .usage_answer = "answer [N] [Text]",
    .usage_history = "history [Produkt]",
    .usage_settle = "settle N [Antwort]",
    .usage_invite = "invite @wer [N]",
    .usage_owner = "owner @wer",
    .usage_extend = "extend 2d|DATUM",
    .usage_away = "away [until DATUM]",
    .usage_help = "help [Befehl]",
    .all_commands =
        "start NAME · status · answer · back · skip · answers · pause · resume · cancel · finish · results · "
        "history · export · settle · concrete · invite · owner · extend · away · delete · language · help",
    .summary = "Hilfe. {commands}.",
    .intro = "Ich stelle einem Produktteam kurze Fragen und zeige eine Empfehlung mit Plan. Kurzformen "
             "gehen: `{short}`. Mehrere offen? Füge die Nummer an: `{numbered}`.",
    .line_start = "startet hier eine",
    .line_answer = "öffnet deine nächste Frage oder beantwortet Frage N",
    .line_back = "zurück, eine Frage zurückstellen, deine Antworten ansehen und ändern",
    .line_status = "wie weit sie ist, das Ergebnis, frühere, alles als Datei",
    .line_away = "niemand wartet auf dich; mit resume bist du wieder da",
    .line_pause = "für die Leitung und Workspace-Admins",
    .line_finish = "für die Leitung, auf dem Weg zum Ergebnis",
    .line_people = "eine Person hinzufügen oder ihr Frage N stellen, übergeben, länger offen lassen",
    .line_help = "die Sprache dieses Channels; mehr zu einem Befehl",
    .in_a_thread =
        "In einem Thread erwähnst du mich stattdessen, zum Beispiel mit dem Wort back; Slash-Befehle gehen "
        "dort nicht. Oder antworte im Thread mit den Nummern der Antworten; das können alle lesen.",
    .by_mention =
        "Oder antworte mit den Nummern der Antworten oder erwähne mich mit ihnen; alle können das lesen.",
    .how_summary =
        "So läuft es ab: Antworte im Thread oder privat, und sieh das Ergebnis, wenn alle fertig sind.",
    .how_cards = "Jede Frage ist eine Karte im Thread. Die erste Antwort öffnet die nächste Karte; niemand "
                 "muss warten.",
    .how_privately = "„Jetzt antworten“ öffnet deine eigene nächste Frage privat. Du kannst jederzeit "
                     "aufhören und später weitermachen.",
    .how_typing = "Eine Antwort im Thread zählt auch: die Nummern der Antworten oder ein Satz; „3: 1, 4“ "
                  "beantwortet Frage 3. Alle können sie lesen.",
    .how_reminders = "Sind Fragen für dich offen, bekommst du in deiner Arbeitszeit eine Direktnachricht: "
                     "eine am Tag, höchstens drei. Ihre Knöpfe verschieben oder beenden das.",
    .how_unknown = "„Weiß nicht“ zählt als unbekannt, nie als gut oder schlecht.",
    .how_hidden = "Antworten bleiben bis zum Ergebnis verborgen. {owner} zeigt es, wenn alle fertig sind, "
                  "oder mit `{command}`.",
    .how_rules = "Das Ergebnis kommt aus festen, offenen Regeln. Keine KI entscheidet.",
};

}  // namespace crossroads
