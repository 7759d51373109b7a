#include "teams/guid.hpp"

#include <cstddef>

namespace crossroads::teams {

bool is_guid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const dash = at == 8 || at == 13 || at == 18 || at == 23;
        bool const digit =
            std::string_view("0123456789abcdefABCDEF").find(text[at]) != std::string_view::npos;
        if (dash ? text[at] != '-' : !digit)
            return false;
    }
    return true;
}

}  // namespace crossroads::teams
