#include "decision/concreteness.hpp"
#include "decision/concreteness_words.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

crossroads::guide make_rules()
{
    crossroads::guide rules;
    rules.words.actors = {"clinics"};
    rules.words.actions = {"booked", "came back"};
    rules.words.numbers = {"two"};
    rules.words.frequency = {"a week", "daily"};
    rules.words.hype = {"love"};
    rules.words.nothing = {"everything", "not sure"};
    rules.words.vague = {"all"};
    rules.words.exceptions = {"except"};
    rules.words.commands = {"ignore all"};
    rules.words.stop = {"a", "of"};
    return rules;
}

}  // namespace

// Texts are bytes from the network: they are read without a crash, no word is empty, and a concrete
// workflow is the same workflow as itself.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    static auto const rules = make_rules();
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    for (char const* const kind : {"proof", "workflow", "defer"}) {
        crossroads::question asked;
        asked.concreteness = kind;
        bool const concrete = crossroads::is_concrete(rules, asked, text);
        if (concrete && asked.concreteness == "workflow" &&
            !crossroads::names_same_workflow(rules, text, text))
            std::abort();
    }
    for (auto const& token : crossroads::tokens_of(text))
        if (token.empty())
            std::abort();
    return 0;
}
