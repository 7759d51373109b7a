#include "export/csv.hpp"

#include "assessment/progress.hpp"
#include "export/answer_words.hpp"
#include "words/catalogue.hpp"

namespace crossroads {

namespace {

// Without it Excel reads the file in the machine's old code page.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool may_be_a_formula(std::string_view cell)
{
    return !cell.empty() && std::string_view{"=+-@\t\r"}.find(cell.front()) != std::string_view::npos;
}

}  // namespace

std::string csv_row(std::vector<std::string_view> const& cells)
{
    std::string row;
    for (auto const cell : cells) {
        row += row.empty() ? "\"" : ",\"";
        if (may_be_a_formula(cell))
            row += '\'';
        for (char const each : cell)
            row.append(each == '"' ? 2U : 1U, each);
        row += '"';
    }
    return row + "\r\n";
}

std::string write_csv(assessment const& run, guide const& rules, int revision)
{
    auto const& words = words_in(rules.shown_in).document;
    auto rows =
        std::string{byte_order_mark} + csv_row(
                                           {words.column_number, words.column_question, words.column_person,
                                            words.column_answer, words.column_answered_at});
    for (auto const& question : rules.questions) {
        auto const number = question.unscored ? std::string{} : std::to_string(number_of(rules, question.id));
        for (auto const* person : people_who_count(run, revision)) {
            auto const* given = given_as_of(*person, question.id, revision);
            if (given != nullptr && given->value)
                rows += csv_row(
                    {number, question.ask, person->user,
                     answer_words(question, *given->value, rules.shown_in), when_given(run, *given)});
        }
    }
    return rows;
}

}  // namespace crossroads
