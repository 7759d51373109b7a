// A response is read the same however its bytes arrive, within its limit, and no input stops the program.
#include "http/response_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

struct outcome {
    bool failed = false;
    bool complete = false;
    bool stays_open = false;
    crossroads::http_response response;
};

constexpr std::size_t body_limit = 4096;

outcome read(std::string_view bytes, std::size_t piece, bool answers_head)
{
    crossroads::response_reader reader(body_limit, answers_head);
    std::string waiting;
    for (std::size_t at = 0; at < bytes.size() && !reader.complete() && !reader.failure(); at += piece) {
        waiting.append(bytes.substr(at, piece));
        waiting.erase(0, reader.take(waiting));
    }
    if (!reader.complete() && !reader.failure())
        reader.take_end();
    outcome got{.failed = reader.failure().failed(), .complete = reader.complete(), .response = {}};
    got.stays_open = got.complete && reader.leaves_connection_open();
    got.response = reader.release();
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
    for (bool const answers_head : {false, true}) {
        auto const whole = read(bytes, size == 0 ? 1 : size, answers_head);
        expect(whole.complete != whole.failed);
        expect(whole.response.body.size() <= body_limit);
        for (std::size_t const piece : {std::size_t{1}, std::size_t{3}}) {
            auto const pieces = read(bytes, piece, answers_head);
            expect(pieces.complete == whole.complete);
            expect(pieces.stays_open == whole.stays_open);
            if (whole.complete) {
                expect(pieces.response.status == whole.response.status);
                expect(pieces.response.headers == whole.response.headers);
                expect(pieces.response.body == whole.response.body);
            }
        }
    }
    return 0;
}
