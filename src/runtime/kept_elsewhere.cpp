#include "runtime/kept_elsewhere.hpp"

#include <nlohmann/json.hpp>

namespace crossroads {
namespace {

constexpr std::string_view beginning = R"({"kept_under":)";

}  // namespace

std::string write_kept_elsewhere(std::string_view conversation)
{
    using nlohmann::json;
    return json{{"kept_under", conversation}}.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<std::string> read_kept_elsewhere(std::string_view state)
{
    if (!state.starts_with(beginning))
        return std::nullopt;
    auto const note = nlohmann::json::parse(state, nullptr, false);
    auto const key = note.is_object() ? note.find("kept_under") : note.end();
    if (key == note.end() || !key->is_string() || key->get_ref<std::string const&>().empty())
        return std::nullopt;
    return key->get<std::string>();
}

}  // namespace crossroads
