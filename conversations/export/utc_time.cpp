#include "export/utc_time.hpp"

#include "words/dates.hpp"

namespace crossroads {

namespace {

std::string digits(std::int64_t number, std::size_t width)
{
    auto text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace

std::string utc_date(unix_seconds at)
{
    auto const [year, month, day] = calendar_day_of(at);
    return digits(year, 4) + "-" + digits(month, 2) + "-" + digits(day, 2);
}

std::string utc_time(unix_seconds at)
{
    constexpr unix_seconds seconds_a_day = 86'400;
    auto const second = (at % seconds_a_day + seconds_a_day) % seconds_a_day;
    return utc_date(at) + "T" + digits(second / 3600, 2) + ":" + digits(second / 60 % 60, 2) + ":" +
           digits(second % 60, 2) + "Z";
}

}  // namespace crossroads
