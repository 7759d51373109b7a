// A request is read the same however its bytes arrive, within its limits, and no input stops the program.
#include "http/request_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

struct outcome {
    unsigned refusal = 0;
    bool complete = false;
    std::size_t taken = 0;
    crossroads::http_request request;
};

constexpr crossroads::request_limits limits{.header_bytes = 1024, .body_bytes = 4096};

outcome read(std::string_view bytes, std::size_t piece)
{
    crossroads::request_reader reader(limits);
    std::string waiting;
    outcome got;
    for (std::size_t at = 0; at < bytes.size() && !reader.complete() && !reader.refusal(); at += piece) {
        waiting.append(bytes.substr(at, piece));
        auto const taken = reader.take(waiting);
        waiting.erase(0, taken);
        got.taken += taken;
        if (reader.take_expectation() && reader.complete())
            std::abort();
    }
    got.refusal = reader.refusal().value_or(0);
    got.complete = reader.complete();
    got.request = reader.release();
    return got;
}

void expect(bool holds)
{
    if (!holds)
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    auto const whole = read(bytes, size == 0 ? 1 : size);
    expect(!(whole.complete && whole.refusal != 0));
    expect(whole.request.body.size() <= limits.body_bytes);
    for (std::size_t const piece : {std::size_t{1}, std::size_t{3}}) {
        auto const pieces = read(bytes, piece);
        // Not "refused": with half of a bad chunk Beast may still hope for more.
        expect(pieces.complete == whole.complete);
        if (whole.complete) {
            expect(pieces.taken == whole.taken);
            expect(pieces.request.target == whole.request.target);
            expect(pieces.request.headers == whole.request.headers);
            expect(pieces.request.body == whole.request.body);
        }
    }
    return 0;
}
