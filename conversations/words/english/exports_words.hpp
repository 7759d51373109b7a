#pragma once

#include "words/catalogue/exports_words.hpp"

namespace crossroads {

inline constexpr exports_words english_exports_words{
    .names_hidden = "Names are hidden in it.",
    .markdown_answers = "Export of {product} as Markdown: all answers and how they changed.",
    .markdown_result = "Export of {product} as Markdown: the result, its reasons, the plan, all answers and "
                       "how they changed.",
    .json_answers = "Export of {product} as JSON: the answers as crossroads evaluate reads them.",
    .json_result = "Export of {product} as JSON: the answers as crossroads evaluate reads them, which gives "
                   "the same decision.",
    .csv = "Export of {product} as CSV: one row for each answer, for a spreadsheet.",
    .kilobytes = "{count} KB",
    .missing_scope = "The app lacks the scope files:write. Ask whoever runs it to add that scope, install "
                     "the app again and give it its new token; then ask for the export once more.",
    .not_allowed = "This workspace does not allow such files. Ask its admins to allow them for the app; then "
                   "ask for the export once more.",
    .no_room = "The workspace has no room left for files. Ask its admins to make room; then ask for the "
               "export once more.",
    .too_large_here = "It is larger than this workspace allows. Ask its admins, or try the export as csv, "
                      "which is the smallest.",
    .other_reason = "Ask for the export again in some minutes. If it fails again, tell whoever runs the app "
                    "this reason: {reason}.",
    .under_way = "The export of {product} as {format} comes as a file in its thread.",
    .before_result =
        "Answers stay hidden until the result, so there is no export yet. {owner} shows the result with "
        "`{finish}`; after that everybody here can export it. Your own answers: `{answers}`.",
    .nothing = "Nobody answered anything about {product}, so there is nothing to export.",
    .too_large = "This export has {size}; a file here can have {limit}. The smallest is `{command}`.",
    .too_large_csv = "This export has {size}; a file here can have {limit}. Ask whoever runs the app: "
                     "crossroads journal show prints everything that is stored.",
    .refused = "The export of {product} could not be sent as a file. {remedy}",
};

}  // namespace crossroads
