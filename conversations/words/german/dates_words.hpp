#pragma once

#include "words/catalogue/dates_words.hpp"

namespace crossroads {

inline constexpr dates_words german_dates_words{
    .january = "Januar",
    .february = "Februar",
    .march = "März",
    .april = "April",
    .may = "Mai",
    .june = "Juni",
    .july = "Juli",
    .august = "August",
    .september = "September",
    .october = "Oktober",
    .november = "November",
    .december = "Dezember",
    .monday = "Mo",
    .tuesday = "Di",
    .wednesday = "Mi",
    .thursday = "Do",
    .friday = "Fr",
    .saturday = "Sa",
    .sunday = "So",
    .day = "{day}. {month} {year}",
    .time = "{weekday}, {day}, {time} UTC",
    .under_a_day = "weniger als einem Tag",
    .days = {"{count} Tag", "{count} Tagen"},
    .weeks = {"{count} Woche", "{count} Wochen"},
};

}  // namespace crossroads
