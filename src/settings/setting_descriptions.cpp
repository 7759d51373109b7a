#include "settings/settings.hpp"

namespace crossroads {

std::vector<setting_description> const& setting_descriptions()
{
    static std::vector<setting_description> const all = {
        {"listen", "CROSSROADS_LISTEN", "address:port to listen on (127.0.0.1:8080)"},
        {"data_dir", "CROSSROADS_DATA_DIR", "directory of the journal and the snapshots (./data)"},
        {"store", "CROSSROADS_STORE", "files (files)"},
        {"guide", "CROSSROADS_GUIDE", "guide file (the built-in one)"},
        {"log_level", "CROSSROADS_LOG_LEVEL", "trace, debug, info, warn, error or off (info)"},
        {"log_format", "CROSSROADS_LOG_FORMAT", "text or json (text)"},
        {"slack_signing_secret", "CROSSROADS_SLACK_SIGNING_SECRET",
         "one secret, or two with a comma during a rotation", true},
        {"slack_bot_token", "CROSSROADS_SLACK_BOT_TOKEN", "the workspace's bot token, xoxb-…", true},
        {"slack_api_url", "CROSSROADS_SLACK_API_URL", "base of Slack's Web API (https://slack.com/api/)"},
        {"slack_command", "CROSSROADS_SLACK_COMMAND", "the slash command (/assess)"},
        {"language", "CROSSROADS_LANGUAGE", "of channels that chose none: english or deutsch (english)"},
        {"teams_app_id", "CROSSROADS_TEAMS_APP_ID",
         "Microsoft Teams: the app's (client) id; Teams is on when it is set (off)"},
        {"teams_app_password", "CROSSROADS_TEAMS_APP_PASSWORD", "Teams: the app's client secret", true},
        {"teams_tenant_id", "CROSSROADS_TEAMS_TENANT_ID", "Teams: the directory (tenant) id of the app"},
        {"teams_tenants", "CROSSROADS_TEAMS_TENANTS",
         "Teams: ids of the tenants whose people may use the bot, with commas; * for any (teams_tenant_id)"},
        {"teams_openid_metadata_url", "CROSSROADS_TEAMS_OPENID_METADATA_URL",
         "Teams: where the channel publishes its keys (Microsoft's public cloud)"},
        {"teams_login_url", "CROSSROADS_TEAMS_LOGIN_URL",
         "Teams: where tokens are asked for (https://login.microsoftonline.com)"},
        {"teams_service_hosts", "CROSSROADS_TEAMS_SERVICE_HOSTS",
         "Teams: the hosts that a service URL may name, exact, with commas (Microsoft's)"},
        {"tls_cert", "CROSSROADS_TLS_CERT", "certificate chain, PEM; with tls_key: serve HTTPS (off)"},
        {"tls_key", "CROSSROADS_TLS_KEY", "private key, PEM (off)"},
        {"ca_file", "CROSSROADS_CA_FILE", "extra trust anchors for outgoing TLS, PEM"},
        {"workers", "CROSSROADS_WORKERS", "I/O threads (number of cores)"},
        {"connections", "CROSSROADS_CONNECTIONS",
         "open connections at once; more are closed as they come (10000)"},
        {"trusted_proxies", "CROSSROADS_TRUSTED_PROXIES",
         "addresses or networks of reverse proxies, with commas: the limit of 256 connections from one "
         "address "
         "is not for them (127.0.0.1,::1)"},
        {"keep_finished_days", "CROSSROADS_KEEP_FINISHED_DAYS",
         "days an assessment is kept after its result; 0: for good (365)"},
        {"keep_cancelled_days", "CROSSROADS_KEEP_CANCELLED_DAYS", "the same after it was cancelled (90)"},
        {"window", "CROSSROADS_WINDOW",
         "how long an assessment is open unless its start says: 7d, 2w (five working days)"},
        {"second_opinion_name", "CROSSROADS_SECOND_OPINION_NAME",
         "whom results offer to ask for a second opinion; with the two below (off)"},
        {"second_opinion_address", "CROSSROADS_SECOND_OPINION_ADDRESS",
         "where people send the files: an https link or a mail address (off)"},
        {"second_opinion_sentence", "CROSSROADS_SECOND_OPINION_SENTENCE",
         "one sentence on what they do, shown before anything is shared (off)"},
        {"allow_private_targets", "CROSSROADS_ALLOW_PRIVATE_TARGETS",
         "1 lets outgoing calls go to loopback, for tests only (0)"},
    };
    return all;
}

}  // namespace crossroads
