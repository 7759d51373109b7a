#pragma once

namespace crossroads {

/// What the process says to the shell (docs: README, "Command line"). 65 and 78 are those of sysexits.h.
enum class exit_code : int {
    done = 0,
    failed = 1,
    wrong_usage = 2,
    invalid_input = 65,
    wrong_configuration = 78,
};

}  // namespace crossroads
