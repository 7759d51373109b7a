#pragma once

#include "playground/block_shapes.hpp"

#include <string_view>
#include <vector>

namespace crossroads::playground {

// The words the tables of shapes are written in: one function per kind of field.

constexpr std::size_t any_number = 1'000'000'000'000;

field_rule required(field_rule rule);
field_rule flag(std::string_view name);
field_rule words(std::string_view name, std::size_t least, std::size_t most);
field_rule url(std::string_view name);
field_rule whole_number(std::string_view name, std::size_t least, std::size_t most);
field_rule choice(std::string_view name, std::string_view of);
field_rule plain_text(std::string_view name, std::size_t most);
field_rule text(std::string_view name, std::size_t most);
field_rule mrkdwn(std::string_view name, std::size_t most);
field_rule typed(std::string_view name, std::string_view of);
field_rule object(std::string_view name, std::string_view of);
field_rule typed_list(std::string_view name, std::string_view of, std::size_t least, std::size_t most);
field_rule object_list(std::string_view name, std::string_view of, std::size_t least, std::size_t most);
field_rule word_list(std::string_view name, std::size_t least, std::size_t most);

/// The tables themselves, by kind of object.
std::vector<shape> composition_objects();
std::vector<shape> choosing_elements();
std::vector<shape> select_elements();
std::vector<shape> typing_elements();
std::vector<shape> rich_text_parts();
std::vector<shape> everyday_blocks();
std::vector<shape> other_blocks();

}  // namespace crossroads::playground
