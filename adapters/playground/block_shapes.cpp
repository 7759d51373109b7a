#include "playground/block_shapes.hpp"

#include "playground/shape_tables.hpp"

#include <algorithm>
#include <iterator>

namespace crossroads::playground {
namespace {

std::vector<shape> all_shapes()
{
    std::vector<shape> all;
    for (auto part :
         {composition_objects(), choosing_elements(), select_elements(), typing_elements(), rich_text_parts(),
          everyday_blocks(), other_blocks()})
        std::ranges::move(part, std::back_inserter(all));
    std::ranges::sort(all, {}, &shape::name);
    return all;
}

}  // namespace

shape const* find_shape(std::string_view name)
{
    static auto const shapes = all_shapes();
    auto const found = std::ranges::lower_bound(shapes, name, {}, &shape::name);
    return found == shapes.end() || found->name != name ? nullptr : &*found;
}

std::string_view message_block_types()
{
    return "section header divider context actions input image rich_text markdown video file table "
           "data_table "
           "alert card carousel container context_actions plan task_card data_visualization";
}

std::string_view modal_block_types()
{
    return "section header divider context actions input image rich_text video alert card carousel container";
}

bool is_among(std::string_view words, std::string_view word)
{
    while (!words.empty()) {
        auto const end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word)
            return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

field_rule required(field_rule rule)
{
    rule.required = true;
    return rule;
}

field_rule flag(std::string_view name)
{
    return {name, field_rule::kind::flag, false, 0, 0, {}};
}

field_rule words(std::string_view name, std::size_t least, std::size_t most)
{
    return {name, field_rule::kind::words, false, least, most, {}};
}

field_rule url(std::string_view name)
{
    return {name, field_rule::kind::url, false, 1, 3000, {}};
}

field_rule whole_number(std::string_view name, std::size_t least, std::size_t most)
{
    return {name, field_rule::kind::whole_number, false, least, most, {}};
}

field_rule choice(std::string_view name, std::string_view of)
{
    return {name, field_rule::kind::choice, false, 0, 0, of};
}

field_rule plain_text(std::string_view name, std::size_t most)
{
    return {name, field_rule::kind::plain_text, false, 1, most, {}};
}

field_rule text(std::string_view name, std::size_t most)
{
    return {name, field_rule::kind::text, false, 1, most, {}};
}

field_rule mrkdwn(std::string_view name, std::size_t most)
{
    return {name, field_rule::kind::mrkdwn, false, 1, most, {}};
}

field_rule typed(std::string_view name, std::string_view of)
{
    return {name, field_rule::kind::typed, false, 0, 0, of};
}

field_rule object(std::string_view name, std::string_view of)
{
    return {name, field_rule::kind::object, false, 0, 0, of};
}

field_rule typed_list(std::string_view name, std::string_view of, std::size_t least, std::size_t most)
{
    return {name, field_rule::kind::typed_list, false, least, most, of};
}

field_rule object_list(std::string_view name, std::string_view of, std::size_t least, std::size_t most)
{
    return {name, field_rule::kind::object_list, false, least, most, of};
}

field_rule word_list(std::string_view name, std::size_t least, std::size_t most)
{
    return {name, field_rule::kind::word_list, false, least, most, {}};
}

}  // namespace crossroads::playground
