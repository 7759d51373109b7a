#include "slack/message_blocks.hpp"

#include "channel/short_pieces.hpp"
#include "channel/text_length.hpp"
#include "slack/elements.hpp"
#include "slack/fitting.hpp"
#include "slack/mrkdwn.hpp"

#include <utility>
#include <variant>
#include <vector>

namespace crossroads::slack {
namespace {

constexpr budget message_budget{50, 13'000};
constexpr std::size_t longest_header = 150;
constexpr std::size_t longest_text = 3'000;
constexpr std::size_t longest_bullet = 2'900;  // leaves room for its mark

/// Turns the blocks of a card into Slack's, one after another.
class block_writer {
public:
    explicit block_writer(language in) : in_(in), written_(in) {}

    void operator()(heading const& one)
    {
        if (text_length(one.text) > longest_header)
            write_text(prose{strong(one.text)}, importance::text);
        else if (!one.text.empty())
            written_.add(
                {{"type", "header"}, {"text", plain_text(one.text, longest_header)}}, importance::text);
    }

    void operator()(paragraph const& one) { write_text(one.text, importance::text); }

    void operator()(note const& one) { write_text(one.text, importance::note); }

    void operator()(divider const&) { written_.add({{"type", "divider"}}, importance::note); }

    void operator()(bullets const& list)
    {
        std::string lines;
        std::size_t number = 0;
        for (auto const& item : list.items) {
            auto mark = list.numbered ? std::to_string(++number) + ". " : std::string("\xE2\x80\xA2 ");
            for (auto const& part : split(on_one_line(item), longest_bullet)) {
                auto const line = std::exchange(mark, "") + mrkdwn(part, in_);
                if (!lines.empty() && text_length(lines) + 1 + text_length(line) > longest_text)
                    write_section(std::exchange(lines, ""));
                lines.append(lines.empty() ? "" : "\n").append(line);
            }
        }
        write_section(lines);
    }

    void operator()(choice_list const& list)
    {
        if (auto block = answerable(list, block_ids_); !block.is_null())
            written_.add(std::move(block), importance::control);
    }

    void operator()(button_row const& row)
    {
        for (auto& block : buttons(row, block_ids_))
            written_.add(std::move(block), importance::control);
    }

    block_list take() { return std::move(written_); }

private:
    void write_section(std::string const& lines)
    {
        if (lines.find_first_not_of(" \n\t") != std::string::npos)
            written_.add(section(lines), importance::text);
    }

    void write_text(prose const& text, importance how)
    {
        for (auto const& part : split(text, longest_text)) {
            auto const line = mrkdwn(part, in_);
            if (line.find_first_not_of(" \n\t") != std::string::npos)
                written_.add(how == importance::note ? context(line) : section(line), how);
        }
    }

    language in_;
    block_list written_;
    unique_ids block_ids_;
};

block_list blocks_of(card const& content)
{
    block_writer writer(content.in);
    for (auto const& one : content.blocks)
        std::visit(writer, one);
    return writer.take();
}

prose first_words(card const& content)
{
    for (auto const& one : content.blocks) {
        if (auto const* title = std::get_if<heading>(&one); title != nullptr && !title->text.empty())
            return {plain(title->text)};
        if (auto const* text = std::get_if<paragraph>(&one); text != nullptr && !text->text.empty())
            return text->text;
    }
    return {};
}

}  // namespace

json message_blocks(card const& content)
{
    auto whole = blocks_of(content);
    if (whole.fits(message_budget))
        return whole.take();
    auto shorter = blocks_of(with_short_pieces(content, 600));
    if (!shorter.fits_with_notice(message_budget))
        shorter = blocks_of(with_short_pieces(content, 300));
    shorter.leave_out_until_it_fits(message_budget);
    return shorter.take_with_notice();
}

std::string message_text(card const& content)
{
    auto const said = content.summary.empty() ? first_words(content) : prose{plain(content.summary)};
    auto const parts = split(said, longest_text - 1);
    auto text = mrkdwn(parts.front(), content.in);
    if (parts.size() > 1 || text.find_first_not_of(" \n\t") == std::string::npos)
        text += "\xE2\x80\xA6";
    return text;
}

}  // namespace crossroads::slack
