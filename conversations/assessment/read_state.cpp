#include "assessment/assessment.hpp"
#include "assessment/json_fields.hpp"
#include "assessment/state_names.hpp"

namespace crossroads {

using nlohmann::json;

// Not in an anonymous namespace: the templates of json_fields.hpp find these by the namespace of their types.

static void read_json(json const& from, std::string const& where, json_defect& defect, answer& into)
{
    if (from.is_array()) {
        read_json(from, where, defect, into.emplace<selection>().options);
    } else if (from.is_string()) {
        into = free_text{from.get<std::string>()};
    } else {
        bool unknown = false;
        json_fields{from, where, defect}.required("unknown", unknown).no_others();
        if (!unknown)
            defect.note(where, "must be a list of options, a text or {\"unknown\": true}");
        into = do_not_know{};
    }
}

static void
read_json(json const& from, std::string const& where, json_defect& defect, std::optional<answer>& into)
{
    if (!from.is_null())
        read_json(from, where, defect, into.emplace());
}

static void read_json(json const& from, std::string const& where, json_defect& defect, run_state& into)
{
    std::string name;
    read_json(from, where, defect, name);
    if (auto const known = run_state_named(name))
        into = *known;
    else
        defect.note(where, "is not a known state");
}

static void read_json(json const& from, std::string const& where, json_defect& defect, given_answer& into)
{
    json_fields{from, where, defect}
        .required("value", into.value)
        .required("at", into.at)
        .required("revision", into.revision)
        .optional("message", into.message)
        .optional("edited", into.edited)
        .optional("kept_as_said", into.kept_as_said)
        .no_others();
}

static void read_json(json const& from, std::string const& where, json_defect& defect, participant& into)
{
    json_fields{from, where, defect}
        .required("user", into.user)
        .required("hat", into.hat)
        .required("hat_offered", into.hat_offered)
        .required("joined", into.joined)
        .required("answers", into.answers)
        .required("skipped", into.skipped)
        .required("asked_for_detail", into.asked_for_detail)
        .required("position", into.position)
        .required("last_typed", into.last_typed)
        .no_others();
}

static void read_json(json const& from, std::string const& where, json_defect& defect, settled_question& into)
{
    json_fields{from, where, defect}
        .required("question", into.question)
        .required("value", into.value.value)
        .required("by", into.value.by)
        .required("reason", into.value.reason)
        .required("at", into.at)
        .required("revision", into.revision)
        .no_others();
}

static void read_json(json const& from, std::string const& where, json_defect& defect, marked_concrete& into)
{
    json_fields{from, where, defect}
        .required("budget", into.budget)
        .required("by", into.by)
        .required("at", into.at)
        .required("revision", into.revision)
        .no_others();
}

static void read_json(json const& from, std::string const& where, json_defect& defect, stumble& into)
{
    json_fields{from, where, defect}
        .required("question", into.question)
        .required("times", into.times)
        .no_others();
}

static void
read_json(json const& from, std::string const& where, json_defect& defect, std::optional<late_result>& into)
{
    auto& late = into.emplace();
    json_fields{from, where, defect}
        .required("outcome", late.outcome)
        .required("question", late.question)
        .required("revision", late.revision)
        .required("decided", late.decided)
        .no_others();
}

static void
read_json(json const& from, std::string const& where, json_defect& defect, std::optional<shared_result>& into)
{
    auto& shared = into.emplace();
    json_fields{from, where, defect}
        .required("by", shared.by)
        .required("at", shared.at)
        .optional("refused", shared.refused)
        .no_others();
}

static void
read_json(json const& from, std::string const& where, json_defect& defect, std::optional<out_of_reach>& into)
{
    std::string name;
    read_json(from, where, defect, name);
    into = out_of_reach_named(name);
    if (!into)
        defect.note(where, "is not a known reason");
}

static void read_json(json const& from, std::string const& where, json_defect& defect, timing& into)
{
    json_fields{from, where, defect}
        .required("closes", into.closes)
        .required("closes_by_utc", into.closes_by_utc)
        .required("warned_of", into.warned_of)
        .required("told_of", into.told_of)
        .required("told_at", into.told_at)
        .required("active", into.active)
        .required("paused", into.paused)
        .required("resumed", into.resumed)
        .required("paused_by_itself", into.paused_by_itself)
        .no_others();
}

static void read_json(json const& from, std::string const& where, json_defect& defect, window_request& into)
{
    json_fields{from, where, defect}.required("days", into.days).required("date", into.date).no_others();
}

static void read_json(
    json const& from, std::string const& where, json_defect& defect, std::optional<window_request>& into)
{
    read_json(from, where, defect, into.emplace());
}

static void read_json(json const& from, std::string const& where, json_defect& defect, settlement& into)
{
    json_fields{from, where, defect}
        .required("value", into.value)
        .required("by", into.by)
        .required("reason", into.reason)
        .no_others();
}

static void read_json(json const& from, std::string const& where, json_defect& defect, deed& into)
{
    std::string name;
    read_json(from, where, defect, name);
    if (auto const known = deed_named(name))
        into = *known;
    else
        defect.note(where, "is not a known deed");
}

static void read_json(json const& from, std::string const& where, json_defect& defect, membership& into)
{
    std::string name;
    read_json(from, where, defect, name);
    if (auto const known = membership_named(name))
        into = *known;
    else
        defect.note(where, "is not a known membership");
}

static void read_json(json const& from, std::string const& where, json_defect& defect, waiting_request& into)
{
    json_fields{from, where, defect}
        .required("by", into.by)
        .required("run", into.run)
        .required("deed", into.wanted.what)
        .required("at", into.at)
        .optional("user", into.wanted.user)
        .optional("question", into.wanted.question)
        .optional("window", into.wanted.window)
        .optional("insists", into.wanted.insists)
        .optional("confirmed", into.wanted.confirmed)
        .optional("told", into.told)
        .no_others();
}

static void
read_json(json const& from, std::string const& where, json_defect& defect, reminders_of_person& into)
{
    json_fields{from, where, defect}
        .required("times", into.times)
        .required("since", into.since)
        .required("last", into.last)
        .required("not_before", into.not_before)
        .required("away", into.away)
        .optional("back", into.back)
        .required("stopped", into.stopped)
        .no_others();
}

namespace {

struct guide_pin {
    std::string& id;
    std::string& version;
    std::string& sha256;
};

}  // namespace

static void read_json(json const& from, std::string const& where, json_defect& defect, guide_pin& into)
{
    json_fields{from, where, defect}
        .required("id", into.id)
        .required("version", into.version)
        .required("sha256", into.sha256)
        .no_others();
}

static void read_json(json const& from, std::string const& where, json_defect& defect, assessment& into)
{
    guide_pin pinned{into.guide_id, into.guide_version, into.guide_sha256};
    json_fields{from, where, defect}
        .required("number", into.number)
        .required("key", into.key)
        .required("product", into.product)
        .required("guide", pinned)
        .required("owner", into.owner)
        .required("state", into.state)
        .required("names_shown", into.names_shown)
        .required("open_to_all", into.open_to_all)
        .required("invited", into.invited)
        .required("started", into.started)
        .required("ended", into.ended)
        .required("revision", into.revision)
        .required("people", into.people)
        .required("carded", into.carded)
        .required("settled", into.settled)
        .required("concrete", into.concrete)
        .required("raised", into.raised)
        .required("votes", into.votes)
        .required("wants_to_join", into.wants_to_join)
        .required("stumbles", into.stumbles)
        .required("owner_told_ready", into.owner_told_ready)
        .required("pauses", into.pauses)
        .required("outcome", into.outcome)
        .required("result_revision", into.result_revision)
        .optional("late", into.late)
        .optional("follows", into.follows)
        .optional("updates_answers", into.updates_answers)
        .optional("plan_votes", into.plan_votes)
        .optional("time", into.time)
        .optional("reminders", into.reminders)
        .optional("exported", into.exported)
        .optional("left_out", into.left_out)
        .optional("invited_by", into.invited_by)
        .optional("handed_to", into.handed_to)
        .optional("hand_over_asked", into.hand_over_asked)
        .optional("handed_over_by", into.handed_over_by)
        .optional("ended_by", into.ended_by)
        .optional("proposed", into.proposed)
        .optional("removal_asked_by", into.removal_asked_by)
        .optional("owner_gone_told", into.owner_gone_told)
        .optional("take_over_offered", into.take_over_offered)
        .optional("shared", into.shared)
        .optional("lost", into.lost)
        .optional("earlier_threads", into.earlier_threads)
        .no_others();
}

static void read_json(json const& from, std::string const& where, json_defect& defect, start_from& into)
{
    std::string name;
    read_json(from, where, defect, name);
    if (auto const known = start_from_named(name))
        into = *known;
    else
        defect.note(where, "is not a known way to start");
}

static void read_json(json const& from, std::string const& where, json_defect& defect, offered_start& into)
{
    json_fields{from, where, defect}
        .required("key", into.key)
        .required("by", into.by)
        .required("product", into.wanted.product)
        .required("guide", into.wanted.guide)
        .required("names_shown", into.wanted.names_shown)
        .required("open_to_all", into.wanted.open_to_all)
        .required("invited", into.wanted.invited)
        .optional("from", into.wanted.from)
        .optional("until", into.wanted.until)
        .no_others();
}

static void
read_json(json const& from, std::string const& where, json_defect& defect, std::optional<language>& into)
{
    std::string tag;
    read_json(from, where, defect, tag);
    into = language_of_locale(tag);
    if (!into)
        defect.note(where, "is not a known language");
}

static void read_json(json const& from, std::string const& where, json_defect& defect, profile& into)
{
    unix_seconds offset = 0;
    bool const known = from.is_object() && from.contains("utc_offset");
    json_fields{from, where, defect}
        .required("at", into.at)
        .required("asked", into.asked)
        .optional("utc_offset", offset)
        .optional("language", into.speaks)
        .optional("is", into.is)
        .optional("gone_since", into.gone_since)
        .no_others();
    if (known)
        into.utc_offset = offset;
}

std::variant<channel_state, std::string> read_state(std::string_view text)
{
    auto const document = json::parse(text, nullptr, false);
    if (document.is_discarded())
        return "the document is not JSON";
    json_defect defect;
    int version = 0;
    channel_state state;
    json_fields fields{document, "", defect};
    fields.required("sv", version);
    if (!defect.found() && version != state_version)
        return "sv: this program reads version " + std::to_string(state_version) + ", not " +
               std::to_string(version);
    fields.required("assessments", state.assessments)
        .required("offered", state.offered)
        .optional("profiles", state.profiles)
        .optional("waiting", state.waiting)
        .optional("last_number", state.last_number)
        .optional("language", state.spoken)
        .no_others();
    if (defect.found())
        return defect.text();
    return state;
}

}  // namespace crossroads
