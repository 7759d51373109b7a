// Any token, key set or discovery document. The first byte chooses which; a token may be rightly signed, with
// a header and claims of any kind.

#include "support/teams_tokens.hpp"
#include "teams/channel_token.hpp"
#include "teams/signing_keys.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crossroads {
namespace {

constexpr std::chrono::sys_seconds now{std::chrono::seconds{testing::teams_time}};

teams::signing_keys const& known_keys()
{
    static auto const keys = teams::read_signing_keys(testing::known_teams_signer().key_set()).value();
    return keys;
}

std::string signed_parts(std::string_view text)
{
    auto const line = std::min(text.find('\n'), text.size());
    auto const claims = text.substr(std::min(line + 1, text.size()));
    return testing::known_teams_signer().sign_text(
        teams::encode_base64url(text.substr(0, line)) + "." + teams::encode_base64url(claims));
}

void judge(std::string const& token, bool rightly_signed)
{
    teams::token_rules const rules{std::string(testing::teams_app)};
    auto const verdict = teams::verify_token(teams::token_in("Bearer " + token), known_keys(), rules, now);
    auto const* accepted = std::get_if<teams::channel_token>(&verdict);
    if (accepted != nullptr &&
        (!rightly_signed || teams::key_id_of(token) != testing::known_teams_signer().id()))
        __builtin_trap();
    if (accepted != nullptr && accepted->expires + std::chrono::seconds(300) < now)
        __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size == 0)
        return 0;
    std::string const text(data + 1, data + size);
    switch (data[0] % 4) {
    case 0: judge(text, false); break;
    case 1: judge(signed_parts(text), true); break;
    case 2:
        if (auto const keys = teams::read_signing_keys(text))
            teams::is_signed("said", "signature", keys->front());
        break;
    default: teams::read_keys_url(text, testing::teams_issuer); break;
    }
    return 0;
}

}  // namespace crossroads
