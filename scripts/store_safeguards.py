"""The safeguards of the store, and how to take each out: for scripts/mutate_store."""
from typing import NamedTuple


class place(NamedTuple):
    file: str     # in src/storage
    code: str     # stands there exactly once
    instead: str


class safeguard(NamedTuple):
    what: str
    places: list[place]


def one(what, file, code, instead=""):
    return safeguard(what, [place(file, code, instead)])


SAFEGUARDS = [
    # Writing
    one("a batch is synced before it is acknowledged", "journal.cpp",
        "        return failed;\n    return sync();\n", "        return failed;\n    durable_ = last_;\n    return {};\n"),
    one("memory and answers follow the sync, they do not go before it", "journal_writer.cpp",
        "    auto const failed = journal_->commit();\n    writing_since_ = 0;\n    if (failed)\n        fail(std::move(batch), failed);\n"
        "    else\n        listener_.written(batch);\n",
        "    listener_.written(batch);\n    auto const failed = journal_->commit();\n    writing_since_ = 0;\n    if (failed)\n        fail({}, failed);\n"),
    one("a failed sync is not tried again", "journal.cpp",
        "    if (auto const failed = file_->sync())\n        return failed;\n",
        "    if (file_->sync())\n        if (auto const failed = file_->sync())\n            return failed;\n"),
    one("after a failed write nothing goes into that journal any more", "journal_writer.cpp",
        "        ready_ = false;\n        ++generation_;\n        std::move(waiting_.begin()",
        "        if (journal_)\n            return listener_.failed(batch, why);\n        std::move(waiting_.begin()"),
    safeguard("a snapshot under way ends with its journal: it is dropped, and its file removed", [
        place("journal_writer.cpp", "    journal_.reset();\n    snapshot_.reset();\n", "    journal_.reset();\n"),
        place("recovery.cpp", "        if (is_unfinished(name))\n            require(directory.remove(name), name);\n", "")]),
    one("an idle journal says up to where it is durable", "journal_writer.cpp",
        "if (auto const failed = journal_->mark()) {", "if (error_code const failed = {}) {"),

    # The next journal
    one("a journal is synced before the next one begins", "journal.cpp",
        "    if (auto const failed = sync())\n        return failed;\n    std::string header;", "    durable_ = last_;\n    std::string header;"),
    one("the next journal's header is synced", "journal.cpp",
        "    if (auto const failed = (*next)->sync())\n        return failed;\n"),
    one("the next journal's name is durable before events go into it", "journal.cpp",
        "    if (auto const failed = directory.sync_directory())\n        return failed;\n"),

    # Snapshots
    one("a snapshot is synced before it gets its name", "snapshot.cpp",
        "    if (auto const failed = file_->sync())\n        return failed;\n    if (auto const failed = directory_->rename",
        "    if (auto const failed = directory_->rename"),
    one("a snapshot's name is durable before older files are removed", "snapshot.cpp",
        "    if (auto const failed = directory_->sync_directory())\n        return failed;\n"),
    safeguard("a snapshot has the number of the journal that was begun for it", [
        place("journal_writer.cpp", "} else if (auto const failed = journal_->rotate(directory_)) {", "} else if (error_code const failed = {}) {"),
        place("journal_writer.cpp", "snapshot_writer::begin(directory_, journal_->number())", "snapshot_writer::begin(directory_, journal_->last())")]),

    # Reading back
    one("every line has a checksum", "journal_line.cpp",
        "    if (text.substr(0, crc_digits) != std::string_view(crc.data(), crc.size()) ||\n", "    if (\n"),
    one("lines follow one another", "history.cpp", "if (!line || line->seq != end_.last + 1)", "if (!line)"),
    one("a line older than the conversation changes nothing", "ledger.cpp",
        "    if (seq <= found->version)\n        return true;\n"),
    one("a bad line is cut only if nothing says it was durable", "history.cpp",
        "if (tells_durable(line->text, end_.last + 1))", "if (false)"),
    one("a snapshot is read only if none of its lines is missing", "history.cpp",
        "if (!members || integer_of(*members, \"count\") != static_cast<std::int64_t>(count))", "if (!members)"),
    safeguard("a snapshot is read only if each of its lines is good", [
        place("history.cpp", "            file.refuse(raw->number, \"damaged\");\n", "            continue;\n"),
        place("history.cpp", "if (!members || integer_of(*members, \"count\") != static_cast<std::int64_t>(count))", "if (!members)")]),
    one("a snapshot is read only if it has its end", "history.cpp", "    if (!ended)\n", "    if (false)\n"),
    one("a missing file is noticed", "history.cpp", "    if (!nothing_there && !complete)\n", "    if (false)\n"),
    one("a line in the middle of a damaged one is found, too", "data_file.cpp",
        "    for (auto at = find_line_within(text); at; at = find_line_within(text, *at + 1)) {\n        if (parse_line(text.substr(*at))->durable >= seq)\n            return true;\n    }\n    return false;\n",
        "    auto const line = parse_line(text);\n    return line && line->durable >= seq;\n"),
    one("what was read is written anew and synced before the first event", "recovery.cpp",
        "        require(file_->sync(), rebuilt_name);\n"),
    one("the rebuilt journal says up to where it is durable", "recovery.cpp", "if (end.told < last) {", "if (false) {"),
    one("the rebuilt journal's name is durable before the others are removed", "recovery.cpp",
        "        require(directory_.sync_directory(), directory_name);\n        remove_rest(name);\n", "        remove_rest(name);\n"),
    one("removals are durable before the first event", "recovery.cpp",
        "        require(directory_.sync_directory(), directory_name);\n        return {", "        return {"),

    # Events
    safeguard("an event that was applied is known again", [
        place("files_store.cpp", "    if (auto known = find_acknowledgement(conversation, event_keys))\n        co_return std::move(*known);\n", ""),
        place("files_store.cpp", "    if (auto const* known = stored.find_acknowledgement(what.events, oldest_event()))\n        return already_done{known->text};\n", "")]),
    one("an event is looked up again when its turn has come", "files_store.cpp",
        "    if (auto const* known = stored.find_acknowledgement(what.events, oldest_event()))\n        return already_done{known->text};\n"),
    safeguard("a conversation takes one event at a time", [
        place("conversation_turns.cpp", "    if (free)\n        return waiter{};\n", "    return waiter{};\n"),
        place("conversation_turns.cpp", "    auto const place = taken_.find(conversation);\n",
              "    auto const place = taken_.find(conversation);\n    if (place == taken_.end())\n        return;\n")]),
]
