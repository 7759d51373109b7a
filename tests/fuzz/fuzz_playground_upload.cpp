// The bytes of a file on their way to the local workspace. Input: the content type, a line break, the body.

#include "playground/files.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace crossroads {
namespace {

void upload(std::string_view input)
{
    auto const line = input.substr(0, input.find('\n'));
    http_request request;
    request.method = "POST";
    request.headers = {{"Content-Type", std::string(line)}};
    request.body = input.substr(std::min(line.size() + 1, input.size()));
    for (std::size_t const announced : {request.body.size(), std::size_t{5}}) {
        playground::workspace in;
        in.files["F1"].secret = "s";
        in.files["F1"].length = announced;
        auto const status = playground::take_upload(in, "s", request).status;
        auto const& file = in.files["F1"];
        if (file.uploaded != (status == 200) || (file.uploaded && file.bytes.size() != announced))
            std::abort();
    }
}

}  // namespace
}  // namespace crossroads

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    crossroads::upload({reinterpret_cast<char const*>(data), size});
    return 0;
}
