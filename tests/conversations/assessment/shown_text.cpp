#include "assessment/calendar.hpp"
#include "conversations/assessment/script.hpp"

namespace crossroads {

namespace {

std::string text_of(prose const& text)
{
    std::string line;
    for (auto const& piece : text)
        line += piece.how == span::style::moment ? in_utc(piece.text, language::english)
                                                 : (piece.how == span::style::person ? "@" : "") + piece.text;
    return line;
}

std::string text_of(choice_list const& list)
{
    auto text = list.label;
    for (auto const& one : list.choices)
        text += "\n( ) " + one.label;
    return text;
}

std::string text_of(button_row const& row)
{
    std::string line;
    for (auto const& one : row.buttons)
        line += "[" + one.label + "] ";
    return line;
}

struct block_text {
    std::string operator()(heading const& part) const { return part.text; }

    std::string operator()(paragraph const& part) const { return text_of(part.text); }

    std::string operator()(note const& part) const { return text_of(part.text); }

    std::string operator()(divider const& /*part*/) const { return "---"; }

    std::string operator()(choice_list const& part) const { return text_of(part); }

    std::string operator()(button_row const& part) const { return text_of(part); }

    std::string operator()(choice_input const& part) const { return text_of(part.list) + "\n" + part.hint; }

    std::string operator()(person_input const& part) const { return part.label + "\n" + part.hint; }

    std::string operator()(text_input const& part) const
    {
        return part.label + "\n" + part.value + "\n" + part.hint;
    }

    std::string operator()(bullets const& part) const
    {
        std::string text;
        for (auto const& item : part.items)
            text += "- " + text_of(item) + "\n";
        return text;
    }
};

template <class Blocks>
std::vector<button> buttons_in(Blocks const& blocks)
{
    std::vector<button> found;
    for (auto const& one : blocks)
        if (auto const* row = std::get_if<button_row>(&one))
            found.insert(found.end(), row->buttons.begin(), row->buttons.end());
    return found;
}

}  // namespace

std::string text_of(card const& content)
{
    std::string text;
    for (auto const& one : content.blocks)
        text += std::visit(block_text{}, one) + "\n";
    return text;
}

std::string text_of(form const& content)
{
    auto text = content.title + "\n";
    for (auto const& one : content.items)
        text += std::visit(block_text{}, one) + "\n";
    return text + "[" + content.submit + "] [" + content.close + "]";
}

std::string text_of(reply const& said)
{
    if (auto const* card = std::get_if<say_privately>(&said))
        return text_of(card->content);
    if (auto const* opened = std::get_if<open_form>(&said))
        return text_of(opened->content);
    if (auto const* next = std::get_if<show_next_form>(&said))
        return text_of(next->content);
    std::string text;
    if (auto const* refused = std::get_if<refuse_form>(&said))
        for (auto const& [token, error] : refused->errors)
            text += error + "\n";
    return text;
}

std::vector<button> buttons_of(card const& content)
{
    return buttons_in(content.blocks);
}

std::vector<button> buttons_of(form const& content)
{
    return buttons_in(content.items);
}

std::vector<button> buttons_of(reply const& said)
{
    if (auto const* card = std::get_if<say_privately>(&said))
        return buttons_of(card->content);
    if (auto const* opened = std::get_if<open_form>(&said))
        return buttons_of(opened->content);
    if (auto const* next = std::get_if<show_next_form>(&said))
        return buttons_of(next->content);
    return {};
}

}  // namespace crossroads
