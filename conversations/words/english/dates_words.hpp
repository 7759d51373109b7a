#pragma once

#include "words/catalogue/dates_words.hpp"

namespace crossroads {

inline constexpr dates_words english_dates_words{
    .january = "January",
    .february = "February",
    .march = "March",
    .april = "April",
    .may = "May",
    .june = "June",
    .july = "July",
    .august = "August",
    .september = "September",
    .october = "October",
    .november = "November",
    .december = "December",
    .monday = "Mon",
    .tuesday = "Tue",
    .wednesday = "Wed",
    .thursday = "Thu",
    .friday = "Fri",
    .saturday = "Sat",
    .sunday = "Sun",
    .day = "{day} {month} {year}",
    .time = "{weekday} {day}, {time} UTC",
    .under_a_day = "less than a day",
    .days = {"{count} day", "{count} days"},
    .weeks = {"{count} week", "{count} weeks"},
};

}  // namespace crossroads
