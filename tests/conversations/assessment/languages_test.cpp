// A channel speaks its own language; a person reads what only they see in theirs.

#include "conversations/assessment/script.hpp"
#include "decision/decision.hpp"
#include "words/catalogue.hpp"
#include "words/phrases.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <bit>
#include <set>

namespace crossroads {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::size_t number_of_entries = sizeof(catalogue) / sizeof(wording);

auto entries_of(language which)
{
    return std::bit_cast<std::array<wording, number_of_entries>>(words_in(which));
}

/// The longest piece of a wording between its places and marks.
std::string longest_piece(std::string_view said)
{
    std::string longest;
    while (!said.empty()) {
        auto const end = std::min(said.find_first_of("{*`"), said.size());
        if (end > longest.size())
            longest = said.substr(0, end);
        auto const close = end < said.size() && said[end] == '{' ? said.find('}') : end;
        said.remove_prefix(std::min(close + 1, said.size()));
    }
    return longest;
}

/// What gives a language away: pieces of its wordings, and the texts of the guide in it, that no text of the
/// other language holds.
std::vector<std::string> marks_of(language which, language other, guide const& rules)
{
    constexpr std::size_t shortest = 14;
    std::string all_others;
    for (auto const& entry : entries_of(other))
        all_others.append(entry).append("\n");
    std::vector<std::string> marks;
    for (auto const& entry : entries_of(which))
        if (auto piece = longest_piece(entry);
            piece.size() >= shortest && all_others.find(piece) == std::string::npos)
            marks.push_back(std::move(piece));
    auto const& shown = in_language(rules, which);
    auto const& translated = in_language(rules, other);
    for (auto const& asked : shown.questions) {
        marks.push_back(asked.ask);
        for (auto const& option : asked.options)
            if (option.label != translated.find(asked.id)->find(option.id)->label)
                marks.push_back(option.label);
    }
    for (auto const& way : shown.paths)
        for (auto const& one : way.criteria)
            marks.push_back(one.text);
    for (auto const& [id, plan] : shown.plans)
        for (auto const& item : plan.now)
            marks.push_back(longest_piece(item.text));
    return marks;
}

class speech : public testing::Test {
protected:
    script play;
    std::map<language, std::vector<std::string>> marks_;

    void expect_only(language spoken, std::string const& text, std::string const& where)
    {
        auto const other = spoken == language::german ? language::english : language::german;
        auto& marks = marks_[spoken];
        if (marks.empty())
            marks = marks_of(other, spoken, *play.rules);
        for (auto const& mark : marks)
            EXPECT_THAT(text, Not(HasSubstr(mark))) << where;
        EXPECT_EQ(text.find("{"), std::string::npos) << where << ": " << text;
    }

    void expect_everything_sent_in(language spoken, std::size_t from = 0)
    {
        for (auto i = from; i < play.everything_sent().size(); ++i) {
            auto const& one = play.everything_sent()[i];
            expect_only(spoken, text_of(one.content) + one.content.summary, one.slot);
            if (one.file)
                expect_only(spoken, one.file->alt_text, one.slot);
        }
    }

    void expect_reply_in(language spoken) { expect_only(spoken, said(play), "a reply"); }

    /// Goes through the private form as answers_everything() does, with German buttons.
    void answers_everything_in_german(std::string const& user)
    {
        play.press_on(user, std::to_string(play.run().number) + "/start", "Jetzt antworten");
        auto const choices = usual_choices();
        auto const texts = usual_texts();
        for (int steps = 0; steps < 40; ++steps) {
            auto const open = play.form_of(user);
            ASSERT_TRUE(open);
            expect_reply_in(language::german);
            if (open->submit.empty())
                return;
            auto const question = open->token.substr(open->token.rfind('.') + 1);
            if (auto const text = texts.find(question); text != texts.end())
                play.submit_text(user, text->second);
            else
                play.submit(user, choices.at(question));
        }
        FAIL() << "the questions never end";
    }
};

using Languages = speech;

}  // namespace

TEST_F(Languages, AChannelSetToGermanSpeaksGermanFromStartToResult)
{
    play.draw = [](result_picture const& /*shown*/) { return std::string{"a picture"}; };
    play.command("ana", "language deutsch");
    EXPECT_THAT(said(play), StartsWith("Ab jetzt spreche ich in diesem Channel Deutsch."));
    play.command("ana", "start Blue Van");
    expect_reply_in(language::german);
    EXPECT_THAT(text_of(play.shown("1/start")), HasSubstr("Bewertung: Blue Van"));
    EXPECT_THAT(text_of(play.shown("1/question/traction")), StartsWith("1 von 20 · Belege"));
    answers_everything_in_german("ana");
    answers_everything_in_german("ben");
    play.command("ana", "status");
    expect_reply_in(language::german);
    play.command("ana", "answers");
    expect_reply_in(language::german);
    play.command("ana", "finish anyway");
    expect_reply_in(language::german);
    EXPECT_THAT(
        text_of(play.shown("1/result")), AllOf(
                                             HasSubstr("Den jetzigen Stand verfeinern"),
                                             HasSubstr("Gewissheit:"), HasSubstr("5 von 5 erfüllt")));
    EXPECT_THAT(
        text_of(play.shown("1/plan")), AllOf(StartsWith("Plan für 6 Wochen"), HasSubstr("Woche für Woche")));
    play.command("cem", "export md");
    expect_reply_in(language::german);
    expect_everything_sent_in(language::german);
    auto const& file = play.everything_sent().back().file;
    ASSERT_TRUE(file);
    expect_only(language::german, file->content, "the export");
}

TEST_F(Languages, EverythingThatCanBePressedAndTypedAnswersInTheChannelsLanguage)
{
    play.command("ana", "language german");
    play.command("ana", "start");
    std::vector<std::string> const typed{
        "",
        "help",
        "help start",
        "hilfe",
        "status",
        "answers",
        "answer 99",
        "back",
        "skip 3",
        "history",
        "results",
        "export",
        "settle 2",
        "settle",
        "concrete 4",
        "invite",
        "invite <@cem>",
        "owner bob",
        "extend 3d",
        "extend 1999-01-01",
        "extend",
        "pause",
        "answer 1 2",
        "status",
        "resume",
        "start",
        "start Two",
        "start --names maybe",
        "frobnicate",
        "s",
        "finish",
        "cancel",
        "language",
        "language klingon",
        "answer 1 99",
        "answer 1 1, 6",
        "answer 4 schön",
        "strat",
        "start Blue Van --until 2001-01-01"};
    for (auto const& one : typed) {
        play.command("ana", one);
        expect_reply_in(language::german);
        play.command("eve", one);
        expect_reply_in(language::german);
    }
    for (auto const* label : {"So läuft es ab", "Meine Antworten", "Jetzt antworten"}) {
        play.press_on("ben", "1/start", label);
        expect_reply_in(language::german);
    }
    expect_everything_sent_in(language::german);
}

TEST_F(Languages, APersonReadsPrivatelyInTheirOwn)
{
    play.command("ana", "start Blue Van");
    play.answer("ben", "traction", {"pilot_done"});
    EXPECT_THAT(said(play), StartsWith("Saved.")) << "nothing is known of ben yet";
    play.zones = {{"ana", 0}, {"ben", 3'600}};
    play.locales = {{"ben", "de-AT"}, {"ana", "fr-FR"}};
    play.days(2);
    auto const sent = play.everything_sent().size();
    play.answer("ben", "proved", {"workflow_solves"});
    EXPECT_THAT(said(play), StartsWith("Gespeichert. 2 von 19 erledigt"));
    for (auto const* one : {"status", "answers", "answer 5", "help", "export", "answer 1 99"}) {
        play.command("ben", one);
        expect_reply_in(language::german);
    }
    play.press("ben", "Zurück");
    expect_reply_in(language::german);
    play.command("ana", "status");
    expect_reply_in(language::english);
    expect_everything_sent_in(language::english, sent);
    auto const reminders = play.sent_to("ben");
    ASSERT_FALSE(reminders.empty());
    expect_only(language::german, text_of(reminders.back().content), "a reminder");
}

TEST_F(Languages, WhoMayDoWhatIsSaidToEachInTheirOwn)
{
    play.command("ana", "start Blue Van");
    play.answer("ben", "traction", {"pilot_done"});
    play.zones = {{"ana", 0}, {"ben", 3'600}};
    play.locales = {{"ben", "de-AT"}};
    play.days(2);
    for (auto const* one :
         {"pause", "finish", "cancel", "extend 2d", "settle 5 1", "concrete 3", "delete", "invite <@eve>",
          "invite <@eve> 5", "owner <@eve>", "away", "resume", "help away", "help delete"}) {
        play.command("ben", one);
        expect_reply_in(language::german);
    }
    play.command("ana", "invite <@ben> 5");
    expect_reply_in(language::english);
    ASSERT_FALSE(play.sent_to("ben").empty());
    expect_only(language::german, text_of(play.sent_to("ben").back().content), "a question handed over");
    play.command("ana", "delete");
    expect_reply_in(language::english);
    play.command("ana", "settle 5 1");
    play.command("ana", "settle 5 2");
    expect_reply_in(language::english);
}

TEST_F(Languages, ALaterChoiceHoldsForWhatIsPostedAndEditedFromThenOn)
{
    play.command("ana", "start Blue Van");
    EXPECT_THAT(text_of(play.shown("1/start")), HasSubstr("Assessment: Blue Van"));
    play.command("ben", "language deutsch");
    play.answer("ana", "traction", {"pilot_done"});
    EXPECT_THAT(text_of(play.shown("1/start")), HasSubstr("Bewertung: Blue Van"));
    EXPECT_THAT(text_of(play.shown("1/question/proved")), HasSubstr("Was davon könntet ihr heute"));
    play.command("ben", "language english");
    EXPECT_THAT(said(play), StartsWith("From now on I speak English"));
    play.answer("ana", "proved", {"workflow_solves"});
    EXPECT_THAT(text_of(play.shown("1/start")), HasSubstr("Assessment: Blue Van"));
}

TEST_F(Languages, AnUnknownOneIsRefusedWithWhatThereIs)
{
    play.command("ana", "language klingon");
    EXPECT_THAT(
        said(play),
        AllOf(HasSubstr("I do not speak “klingon” yet"), HasSubstr("english (en), deutsch (de)")));
    EXPECT_FALSE(play.last().changed);
    play.command("ana", "language");
    EXPECT_THAT(said(play), HasSubstr("This channel speaks English."));
}

TEST_F(Languages, TheDecisionIsTheSameInBoth)
{
    answer_sheet sheet;
    auto& ana = sheet.respondents.emplace_back();
    ana.id = "ana";
    for (auto const& [question, options] : usual_choices())
        ana.answers[question] = selection{options};
    for (auto const& [question, text] : usual_texts())
        ana.answers[question] = free_text{text};
    auto const english = decide(*play.rules, sheet);
    auto const german = decide(in_language(*play.rules, language::german), sheet);
    EXPECT_EQ(german.outcome, english.outcome);
    EXPECT_EQ(german.stage, english.stage);
    EXPECT_EQ(german.confidence, english.confidence);
    EXPECT_EQ(german.areas, english.areas);
    EXPECT_EQ(german.budget, english.budget);
    EXPECT_EQ(german.plan.keep_ids, english.plan.keep_ids);
    EXPECT_NE(german.plan.now, english.plan.now);
}

TEST_F(Languages, RepliesTypedInGermanAreUnderstood)
{
    play.command("ana", "language deutsch");
    play.command("ana", "start Blue Van");
    play.types("ana", "2 und 3");
    EXPECT_THAT(
        history(play, "ana", "traction").back().value, answer(selection{{"pilot_done", "came_back"}}));
    play.types("ana", "Nichts davon");
    EXPECT_THAT(history(play, "ana", "proved").back().value, answer(selection{{"none"}}));
    play.types("ana", "weiß nicht");
    EXPECT_THAT(history(play, "ana", "unproved").back().value, answer(do_not_know{}));
    play.types("ana", "überspringen");
    EXPECT_TRUE(std::ranges::count(play.run().people.front().skipped, "proof") > 0);
    play.types("ana", "Frage 5: Ja, ohne Hilfe");
    EXPECT_THAT(history(play, "ana", "main_job").back().value, answer(selection{{"on_own"}}));
    play.types("ana", "5: Only in a demo");
    EXPECT_THAT(history(play, "ana", "main_job").back().value, answer(selection{{"demo_only"}}));
    play.mention("ana", "zurück");
    EXPECT_THAT(said(play), StartsWith("4 von 20"));
}

TEST_F(Languages, AGermanSentenceIsConcreteEnough)
{
    play.command("ana", "start Blue Van");
    play.command("ana", "answer 4 Vier Praxen haben im März 60 Termine ohne unsere Hilfe umgebucht");
    EXPECT_THAT(said(play), StartsWith("Saved")) << "no more detail is asked for";
    play.command("ben", "answer 4 Alle finden es einfach großartig");
    EXPECT_THAT(said(play), HasSubstr("To act on it we need"));
    play.command("ben", "answer 6 alles ist wichtig");
    EXPECT_THAT(said(play), HasSubstr("To act on it we need"));
}

}  // namespace crossroads
