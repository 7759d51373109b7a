#include "assessment/deed.hpp"

#include <array>
#include <utility>

namespace crossroads {

namespace {

constexpr std::array names{
    std::pair{deed::pause, std::string_view{"pause"}},
    std::pair{deed::resume, std::string_view{"resume"}},
    std::pair{deed::extend, std::string_view{"extend"}},
    std::pair{deed::invite, std::string_view{"invite"}},
    std::pair{deed::ask_someone, std::string_view{"ask_someone"}},
    std::pair{deed::finish, std::string_view{"finish"}},
    std::pair{deed::cancel, std::string_view{"cancel"}},
    std::pair{deed::hand_over, std::string_view{"hand_over"}},
    std::pair{deed::remove, std::string_view{"remove"}},
    std::pair{deed::settle, std::string_view{"settle"}},
    std::pair{deed::mark_concrete, std::string_view{"mark_concrete"}},
    std::pair{deed::decide_on_late_result, std::string_view{"decide_on_late_result"}},
    std::pair{deed::ask_for_second_opinion, std::string_view{"ask_for_second_opinion"}},
};

}  // namespace

bool is_open_to_admins(deed what)
{
    switch (what) {
    case deed::pause:
    case deed::resume:
    case deed::extend:
    case deed::invite:
    case deed::ask_someone:
    case deed::finish:
    case deed::cancel:
    case deed::hand_over:
    case deed::remove: return true;
    case deed::settle:
    case deed::mark_concrete:
    case deed::decide_on_late_result:
    case deed::ask_for_second_opinion: return false;
    }
    return false;
}

bool may(role who, deed what)
{
    switch (who) {
    case role::anyone:
    case role::participant: return false;
    case role::owner: return what != deed::remove;
    case role::admin: return is_open_to_admins(what);
    }
    return false;
}

std::string_view name_of(deed what)
{
    for (auto const& [value, name] : names)
        if (value == what)
            return name;
    return {};
}

std::optional<deed> deed_named(std::string_view name)
{
    for (auto const& [value, known] : names)
        if (known == name)
            return value;
    return std::nullopt;
}

}  // namespace crossroads
