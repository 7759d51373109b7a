#include "commands/version.hpp"

#include "commands/build_version.hpp"

#include <boost/version.hpp>
#include <openssl/crypto.h>

namespace crossroads {

std::string version_text()
{
    auto const boost = std::to_string(BOOST_VERSION / 100000) + "." +
                       std::to_string(BOOST_VERSION / 100 % 1000) + "." + std::to_string(BOOST_VERSION % 100);
    return "crossroads " + std::string(build_version()) + " (commit " + std::string(build_commit()) +
           "), Boost " + boost + ", " + OpenSSL_version(OPENSSL_VERSION) + "\n";
}

}  // namespace crossroads
