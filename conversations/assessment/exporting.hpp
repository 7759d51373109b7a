#pragma once

#include "assessment/step.hpp"
#include "export/export_format.hpp"

namespace crossroads {

/// Posts the export as a file in the thread, once the assessment has ended. The same again within a minute is
/// taken for a double tap.
reply export_assessment(step& now, pinned_run with, export_format format);

/// Tells the person who asked for an export that it could not be sent. False: the message was no export.
bool export_failed(step& now, assessment& run, delivery_failed const& failed);

}  // namespace crossroads
