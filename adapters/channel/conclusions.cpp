#include "channel/conclusions.hpp"

#include <algorithm>
#include <charconv>

namespace crossroads {
namespace {

constexpr std::chrono::seconds longest_wait{3600};
constexpr std::size_t longest_name = 64;

bool is_name_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

/// The platform's name of a kind, fit to be the label of a counter.
std::string label(std::string_view prefix, std::string_view name)
{
    bool const fits =
        !name.empty() && name.size() <= longest_name && std::ranges::all_of(name, is_name_character);
    return std::string(prefix).append(fits ? name : "other");
}

}  // namespace

http_response empty_answer(unsigned status)
{
    http_response response;
    response.status = status;
    return response;
}

http_response json_answer(json const& body)
{
    http_response response;
    response.headers.emplace_back("Content-Type", "application/json; charset=utf-8");
    response.body = write_json(body);
    return response;
}

received ignored(std::string_view kind)
{
    return {label("ignored:", kind), empty_answer()};
}

received unknown(std::string_view kind)
{
    return {label("unknown:", kind), empty_answer()};
}

received refused(std::string_view reason, unsigned status)
{
    return {label("refused:", reason), empty_answer(status)};
}

std::optional<std::chrono::seconds> asked_to_wait(http_response const& response)
{
    auto const header = find_header(response.headers, "retry-after");
    if (!header)
        return std::nullopt;
    std::int64_t seconds = 0;
    auto const [end, problem] = std::from_chars(header->data(), header->data() + header->size(), seconds);
    if (end != header->data() + header->size() ||
        (problem != std::errc() && problem != std::errc::result_out_of_range))
        return std::nullopt;
    if (problem == std::errc::result_out_of_range)
        return longest_wait;
    return std::clamp(std::chrono::seconds(seconds), std::chrono::seconds(1), longest_wait);
}

std::string status_reason(http_response const& response)
{
    return "http_" + std::to_string(response.status);
}

}  // namespace crossroads
