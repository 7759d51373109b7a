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

std::string_view name_of(confidence_level value)
{
    switch (value) {
    case confidence_level::low: return "low";
    case confidence_level::medium: return "medium";
    case confidence_level::high: return "high";
    }
    return {};
}

}  // namespace crossroads
