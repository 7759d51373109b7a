#include "playground/assessment_hints.hpp"

namespace crossroads {

std::vector<playground::command_hint> assessment_hints()
{
    return {
        {"start [product name]", "Start an assessment in this channel"},
        {"answer [N] [text]", "Answer a question, the next one by default"},
        {"status [share]", "How far the assessment is"},
        {"back", "Return to your previous question"},
        {"skip [N]", "Leave a question out for now"},
        {"pause", "Pause the assessment"},
        {"resume", "Go on after a pause"},
        {"finish", "Show the result with what is there"},
        {"results [share]", "Show the result again"},
        {"export [md|json|csv]", "Result, plan and all answers as a file in the thread"},
        {"cancel", "Close the assessment without a result"},
        {"help", "What the commands do"},
    };
}

}  // namespace crossroads
