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
        place("recovery.cpp", "            require(directory.remove(name), name);\n        if (auto const number = snapshot_number",
              "            continue;\n        if (auto const number = snapshot_number")]),
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
    one("lines follow one another", "recovery.cpp", "if (!line || line->seq != last_ + 1)", "if (!line)"),
    one("a line older than the conversation changes nothing", "ledger.cpp",
        "    if (seq <= found->version)\n        return true;\n"),
    one("a bad line is cut only if nothing says it was durable", "recovery.cpp",
        "if (tells_durable(line->text, last_ + 1))", "if (false)"),
    one("a snapshot is read only if none of its lines is missing", "recovery.cpp",
        "if (!members || integer_of(*members, \"count\") != static_cast<std::int64_t>(count))", "if (!members)"),
    safeguard("a snapshot is read only if each of its lines is good", [
        place("recovery.cpp", "            refuse(file.name(), raw->number, \"damaged\");\n", "            continue;\n"),
        place("recovery.cpp", "if (!members || integer_of(*members, \"count\") != static_cast<std::int64_t>(count))", "if (!members)")]),
    one("a snapshot is read only if it has its end", "recovery.cpp", "    if (!ended)\n", "    if (false)\n"),
    one("a missing file is noticed", "recovery.cpp", "    if (!complete)\n", "    if (false)\n"),
    one("journals that a recovery had put into one already are passed over", "recovery.cpp",
        "        if (*journal < replay.last())\n            break;\n"),
    one("what was read is written anew and synced before the first event", "recovery.cpp",
        "        require(rebuilt_->sync(), rebuilt_name);\n"),
    one("the rebuilt journal says up to where it is durable", "recovery.cpp", "if (told_ < last_) {", "if (false) {"),
    one("the rebuilt journal's name is durable before the others are removed", "recovery.cpp",
        "        require(directory_.sync_directory(), \"the data directory\");\n        remove_rest(name);\n", "        remove_rest(name);\n"),
    one("removals are durable before the first event", "recovery.cpp",
        "        require(directory_.sync_directory(), \"the data directory\");\n        return {", "        return {"),

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
