#include "guide/check_guide.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace crossroads {
namespace {

// Depth first: a fact is placed after all the facts it uses.
class fact_order {
public:
    fact_order(std::vector<fact> const& facts, std::vector<guide_defect>& defects)
        : facts_(facts), marks_(facts.size(), mark::untouched), defects_(defects)
    {}

    std::vector<fact> run()
    {
        for (std::size_t index = 0; index < facts_.size(); ++index)
            place(index);
        return std::move(ordered_);
    }

private:
    enum class mark { untouched, on_the_way, placed };

    void place(std::size_t index)
    {
        if (marks_[index] == mark::placed)
            return;
        if (marks_[index] == mark::on_the_way)
            return report_circle(index);
        marks_[index] = mark::on_the_way;
        way_.push_back(index);
        place_used_by(facts_[index].when);
        way_.pop_back();
        marks_[index] = mark::placed;
        ordered_.push_back(facts_[index]);
    }

    void place_used_by(condition const& when)
    {
        if (when.what == condition::op::fact) {
            auto const used = std::ranges::find(facts_, when.subject, &fact::id);
            if (used != facts_.end())
                place(static_cast<std::size_t>(used - facts_.begin()));
        }
        for (condition const& part : when.of)
            place_used_by(part);
    }

    void report_circle(std::size_t index)
    {
        std::string circle;
        for (auto step = std::ranges::find(way_, index); step != way_.end(); ++step)
            circle += facts_[*step].id + " → ";
        defects_.push_back(
            {"facts." + facts_[index].id,
             "rests on itself (" + circle + facts_[index].id + "). Break the circle."});
    }

    std::vector<fact> const& facts_;
    std::vector<mark> marks_;
    std::vector<std::size_t> way_;
    std::vector<fact> ordered_;
    std::vector<guide_defect>& defects_;
};

}  // namespace

void order_facts(guide& rules, std::vector<guide_defect>& defects)
{
    rules.facts = fact_order(rules.facts, defects).run();
}

}  // namespace crossroads
