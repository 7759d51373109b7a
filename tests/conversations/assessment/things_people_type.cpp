#include "conversations/assessment/things_people_type.hpp"

namespace crossroads {

std::vector<std::string> const& things_people_type()
{
    static std::vector<std::string> const texts{
        "1",
        "2",
        "1, 2",
        "3: 1",
        "4: nine clinics booked 410 appointments last month",
        "none",
        "a",
        "don't know",
        "skip",
        "yes",
        "Reception staff rebook a missed appointment",
        "People love it",
        "99",
        "",
        "   ",
        "\xff\xfe",
        std::string(1200, 'x'),
        "Accountants chase unpaid invoices by email every Friday",
        "12: 4",
        "999: 1",
        "<@ben> hm?",
        "the map view and the investor dashboard",
        std::string("a\0b", 3),
        "5: with help"};
    return texts;
}

std::vector<std::string> const& commands_people_type()
{
    static std::vector<std::string> const commands{
        "start Blue Van",
        "start",
        "start Red Van --names hidden",
        "start X --people <@ben> <@cleo>",
        "start Y --until 2d --people <@dan>",
        "extend 1d",
        "status",
        "status share",
        "answer",
        "answer 4",
        "answer 1 1, 2",
        "back",
        "skip",
        "skip 3",
        "pause",
        "resume",
        "resume",
        "resume",
        "finish",
        "finish anyway",
        "results",
        "finish anyway",
        "export json",
        "results share",
        "answers",
        "settle 10 1",
        "settle 6",
        "settle 6 Staff rebook visits",
        "concrete 4",
        "invite <@eve>",
        "owner <@ana>",
        "help",
        "help start",
        "strat",
        "",
        "#1 status",
        "#2 answer",
        "start --names hidden --people <@ben>"};
    return commands;
}

}  // namespace crossroads
