// A journal of any bytes: no crash, and a line that is read is one the store would write.
#include "storage/conversation_text.hpp"
#include "storage/journal_line.hpp"
#include "storage/ledger.hpp"
#include "storage/records.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace crossroads {
namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void read_payload_of_each_kind(std::string_view payload)
{
    ledger contents(std::chrono::hours(72));
    std::uint64_t seq = 0;
    for (auto const kind :
         {line_kind::event, line_kind::attempt, line_kind::sent, line_kind::gave_up, line_kind::sent_again,
          line_kind::discarded, line_kind::erased}) {
        if (auto what = read_record(kind, payload))
            contents.apply(++seq, "c", std::move(*what));
    }
    if (auto stored = read_conversation(payload))
        contents.put("c", std::move(*stored));
    auto const stored = contents.find("c");
    if (!stored)
        return;
    // Whatever could be read can be written and read again.
    ledger again(std::chrono::hours(72));
    write_conversation(*stored, INT64_MIN, [&again](std::string_view part) {
        auto back = read_conversation(part);
        require(back.has_value());
        again.put("c", std::move(*back));
    });
    auto const back = again.find("c");
    require(stored->events.empty() || (back && back->events.size() == stored->events.size()));
    require(contents.pending() == again.pending());
}

void read_line(std::string_view text)
{
    auto const line = parse_line(text);
    if (!line)
        return;
    std::string written;
    append_line(written, *line);
    require(written.size() == text.size() + 1 && written.compare(0, text.size(), text) == 0);
    if (auto const conversation = decode_key(line->key))
        require(encode_key(*conversation) == line->key);
}

}  // namespace
}  // namespace crossroads

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace crossroads;
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    read_line(text);
    read_payload_of_each_kind(text);
    read_elements(text);
    require(decode_key(encode_key(text)) == text);
    if (auto const kept = as_opaque(std::string(text))) {
        std::string written;
        append_opaque(written, *kept);
        require(read_opaque(written) == kept);
    }
    // The checksum keeps random bytes out: give the bytes a right one, so that what follows is read too.
    if (text.find('\n') == std::string_view::npos && !text.empty()) {
        std::string line;
        append_line(line, {1, 0, line_kind::event, encode_key("c"), text});
        line.pop_back();
        read_line(line);
    }
    return 0;
}
