#pragma once

#include "assessment/contact.hpp"
#include "net/address_set.hpp"
#include "words/language.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {

enum class log_format { text, json };

/// What an operator can set. The member initialisers are the defaults.
struct settings {
    std::string listen_address = "127.0.0.1";
    std::uint16_t listen_port = 8080;  // 0: any free one
    std::filesystem::path data_dir = "./data";
    std::string guide_file;  // empty: the built-in guide
    std::string log_level = "info";
    log_format log = log_format::text;
    std::vector<std::string> slack_signing_secrets;  // one, or two during a rotation
    std::string slack_bot_token;
    std::string slack_api_url = "https://slack.com/api/";
    std::string slack_command = "/assess";
    language spoken = language::english;  // in channels that chose none
    std::string teams_app_id;             // empty: no Teams
    std::string teams_app_password;
    std::string teams_tenant_id;             // whose token we ask for
    std::vector<std::string> teams_tenants;  // who is admitted; empty: that tenant, "*": any
    std::string teams_openid_metadata_url =
        "https://login.botframework.com/v1/.well-known/openidconfiguration";
    std::string teams_login_url = "https://login.microsoftonline.com";
    std::vector<std::string> teams_service_hosts;  // empty: Microsoft's
    std::string tls_cert;                          // PEM files; both or neither
    std::string tls_key;
    std::string ca_file;               // extra trust anchors for outgoing TLS
    std::size_t workers = 0;           // I/O threads; 0: the number of cores
    std::size_t connections = 10'000;  // open at once
    address_set trusted_proxies = address_set::parse("127.0.0.1,::1").value();
    std::size_t keep_finished_days = 365;  // 0: for good
    std::size_t keep_cancelled_days = 90;
    int window_days = 0;  // how long an assessment is open unless its start says; 0: five working days
    std::optional<contact> second_opinion;  // none: nobody is asked for one, and nothing of it shows
    bool allow_private_targets = false;
    bool playground = false;
    std::string service_url;  // for `crossroads playground`: where the service under test listens
};

/// One thing an operator has to put right before the service starts.
struct settings_problem {
    std::string key;
    std::string problem;
    std::string fix;
};

/// Everything settings come from, strongest first: command line, environment, config file.
struct settings_sources {
    std::map<std::string, std::string> options;      // by key of the config file: "listen"
    std::map<std::string, std::string> environment;  // all of it; only CROSSROADS_* is looked at
    std::string config_file;                         // path, or empty
};

/// Reads and checks all settings; every problem is reported, not the first one only. Reads the files that
/// NAME_FILE variables and `config_file` name. Which secrets must be there depends on `playground`.
std::variant<settings, std::vector<settings_problem>> read_settings(settings_sources const& sources);

/// The keys of the config file with what they mean, for the README and for `--help`.
struct setting_description {
    std::string_view key;          // in the config file
    std::string_view environment;  // the variable
    std::string_view meaning;
    bool secret = false;
};

std::vector<setting_description> const& setting_descriptions();

}  // namespace crossroads
