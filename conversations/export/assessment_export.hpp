#pragma once

#include "assessment/assessment.hpp"
#include "export/export_format.hpp"
#include "guide/guide.hpp"
#include "words/attached_file.hpp"

namespace crossroads {

/// What an assessment that has ended leaves behind: the answers its result rests on (all of them if it was
/// cancelled), in one of three forms. With hidden names no name and no user id is in it. The JSON gives the
/// decision of the result again: read_sheet() takes it.
attached_file export_of(assessment const& run, guide const& rules, export_format format);

}  // namespace crossroads
