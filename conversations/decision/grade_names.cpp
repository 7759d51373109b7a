#include "decision/grade_names.hpp"

namespace crossroads {

std::string_view name_of(grade value)
{
    switch (value) {
    case grade::sound: return "sound";
    case grade::weak: return "weak";
    case grade::failing: return "failing";
    case grade::unknown: return "unknown";
    }
    return {};
}

}  // namespace crossroads
