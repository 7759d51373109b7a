#include "decision/team_text.hpp"

#include "decision/concreteness.hpp"

#include <algorithm>
#include <numeric>

namespace crossroads {

namespace {

// Union by the smaller position: the representative does not depend on the order of joining.
std::size_t root_of(std::vector<std::size_t>& parent, std::size_t at)
{
    while (parent[at] != at) {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    return at;
}

void most_common_first(std::vector<voiced_answer>& voiced)
{
    std::ranges::sort(voiced, [](voiced_answer const& one, voiced_answer const& other) {
        return one.people != other.people ? one.people > other.people : one.text < other.text;
    });
}

std::vector<voiced_answer> each_alone(given_texts const& given)
{
    std::vector<voiced_answer> voiced;
    voiced.reserve(given.size());
    for (auto const& [text, people] : given) {
        voiced.push_back({0, text, people});
    }
    most_common_first(voiced);
    return voiced;
}

std::vector<voiced_answer> merge_same_workflows(guide const& rules, std::vector<voiced_answer> const& texts)
{
    std::vector<std::size_t> parent(texts.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    for (std::size_t one = 0; one < texts.size(); ++one) {
        for (std::size_t other = one + 1; other < texts.size(); ++other) {
            auto const first = root_of(parent, one);
            auto const second = root_of(parent, other);
            if (first != second && names_same_workflow(rules, texts[one].text, texts[other].text)) {
                parent[std::max(first, second)] = std::min(first, second);
            }
        }
    }
    std::vector<voiced_answer> merged;
    for (std::size_t at = 0; at < texts.size(); ++at) {
        auto const root = root_of(parent, at);
        if (root == at) {
            merged.push_back(texts[at]);
            continue;
        }
        auto const same = std::ranges::find(merged, texts[root].text, &voiced_answer::text);
        same->people += texts[at].people;
    }
    most_common_first(merged);
    return merged;
}

}  // namespace

team_text
read_team_text(guide const& rules, question const& asked, given_texts const& given, concrete_mark mark)
{
    given_texts concrete;
    for (auto const& [text, people] : given) {
        if (is_concrete(rules, asked, text)) {
            concrete.emplace(text, people);
        }
    }
    // Only concrete texts compete; the owner's mark lets the others stand when there is nothing better.
    bool const any_counts = !concrete.empty() || mark == concrete_mark::concrete;
    team_text found;
    found.voiced = each_alone(concrete.empty() ? given : concrete);
    if (asked.single_team_answer && any_counts) {
        found.voiced = merge_same_workflows(rules, found.voiced);
    }
    if (found.voiced.empty()) {
        return found;
    }
    found.text = found.voiced.front().text;
    bool const agreed = !asked.single_team_answer || found.voiced.size() == 1;
    found.concrete = any_counts && agreed && mark != concrete_mark::open;
    return found;
}

}  // namespace crossroads
