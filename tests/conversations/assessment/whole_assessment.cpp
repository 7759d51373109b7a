#include "conversations/assessment/whole_assessment.hpp"

#include "conversations/assessment/script.hpp"
#include "conversations/words/random_text.hpp"
#include "words/catalogue.hpp"

#include <map>

namespace crossroads {
namespace {

std::string usual(std::string const& question)
{
    auto const texts = usual_texts();
    auto const found = texts.find(question);
    return found == texts.end() ? "Blue Van" : found->second;
}

std::string endless(std::string const& /*question*/)
{
    std::string text;
    while (text.size() < 590)
        text += "9 clinics booked 410 appointments. ";
    return text;
}

std::string unbroken(std::string const& /*question*/)
{
    std::string text = "9 clinics booked 410 ";
    while (text.size() < 590)
        text += "&<>";
    return text;
}

std::string hostile(std::string const& question)
{
    return "9 clinics booked 410 <!channel> <@U0BEN> *_~`" +
           random_words(static_cast<unsigned>(question.size())).text(20).substr(0, 500);
}

class player {
public:
    player(manner how, onlooker const& shown_to) : how_(how), words_(words_in(how.in)), shown_to_(shown_to) {}

    void plays_it_all()
    {
        see(script_.command("U0ANA", "language " + std::string(tag_of(how_.in))));
        see(script_.command("U0ANA", "start " + how_.text("product").substr(0, 60)));
        for (auto const* user : {"U0ANA", "U0BEN", "U0CLEO"}) {
            see(script_.command(user, "answer"));
            fills_in_forms(user);
        }
        for (auto const* command :
             {"status",      "status share",   "help",          "help start",    "strat",
              "answers",     "answer 4",       "back",          "skip 3",        "pause",
              "status",      "resume",         "settle 6",      "concrete 4",    "invite <@U0EVE>",
              "finish",      "finish anyway",  "results",       "results share", "answers",
              "settle 10 1", "owner <@U0BEN>", "start Red Van", "cancel"})
            see(script_.command("U0ANA", command));
        plays_it_again();
        see(script_.types("U0BEN", how_.text("reply")));
        see(script_.mention("U0BEN", "status"));
        for (auto const& sent : script_.everything_sent())
            see(sent.content);
    }

private:
    void plays_it_again()
    {
        see(script_.press("U0ANA", words_.lifecycle.cancel.text()));
        see(script_.command("U0ANA", "start " + how_.text("product").substr(0, 60)));
        see(script_.press("U0ANA", words_.reassessment.update_last.text()));
        see(script_.mention("U0ANA", "answer 4"));
        see(script_.command("U0ANA", "answer"));
        fills_in_forms("U0ANA");
        for (auto const* command : {"finish anyway", "results", "history", "history Blue Van"})
            see(script_.command("U0ANA", command));
    }

    void see(card const& shown) { shown_to_.card_seen(shown); }

    void see(form const& shown) { shown_to_.form_seen(shown); }

    void see(reply const& said)
    {
        if (auto const* shown = std::get_if<say_privately>(&said))
            see(shown->content);
        if (auto const* opened = std::get_if<open_form>(&said))
            see(opened->content);
        if (auto const* next = std::get_if<show_next_form>(&said))
            see(next->content);
    }

    void fills_in_forms(std::string const& user)
    {
        for (int steps = 0; steps < 60; ++steps) {
            auto const open = script_.form_of(user);
            if (!open || open->submit.empty())
                return;
            see(*open);
            see(fills_in(user, *open));
        }
    }

    reply const& fills_in(std::string const& user, form const& open)
    {
        auto const question = open.token.substr(open.token.rfind('.') + 1);
        auto const choices = usual_choices();
        if (auto const usually = choices.find(question); usually != choices.end())
            return script_.submit(user, usually->second);
        for (auto const& item : open.items)
            if (std::holds_alternative<text_input>(item))
                return script_.submit_text(user, how_.text(question));
        return script_.press(user, words_.buttons.skip.text());
    }

    manner how_;
    catalogue const& words_;
    onlooker const& shown_to_;
    script script_;
};

}  // namespace

std::ostream& operator<<(std::ostream& out, manner const& one)
{
    return out << one.name;
}

std::vector<manner> all_manners()
{
    return {
        {"usual", usual},
        {"endless", endless},
        {"unbroken", unbroken},
        {"hostile", hostile},
        {"german", usual, language::german},
        {"endless_german", endless, language::german}};
}

void play_it_all(manner how, onlooker const& shown_to)
{
    player(how, shown_to).plays_it_all();
}

}  // namespace crossroads
