#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossroads {

/// The fields of an application/x-www-form-urlencoded body or of a query, in order; names may repeat.
using form_fields = std::vector<std::pair<std::string, std::string>>;

/// Decodes `+` and percent escapes; none if an escape is cut short or not hexadecimal. The bytes that come
/// out are not checked to be UTF-8.
std::optional<form_fields> decode_form(std::string_view encoded);

/// Everything but [A-Za-z0-9*._-] percent-encoded, a space as `+`.
std::string encode_form(form_fields const& fields);

/// The first value under `name`, none if absent. The view lives as long as `fields`.
std::optional<std::string_view> find_field(form_fields const& fields, std::string_view name);

}  // namespace crossroads
