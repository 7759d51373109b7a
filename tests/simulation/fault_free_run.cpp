#include "simulation/fault_free_run.hpp"

#include "channel/platform.hpp"
#include "simulation/labelled_platform.hpp"
#include "simulation/service_process.hpp"

#include <nlohmann/json.hpp>

#include <deque>
#include <set>
#include <utility>

namespace crossroads::simulation {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;

constexpr std::string_view uploading = "upload/";

std::string content_of(effect const& shown)
{
    return "thread " + shown.thread + " for " + shown.user + ": " + shown.text + " " + shown.blocks;
}

/// A Slack that accepts everything and gives posts the ids that the run with faults saw.
class agreeable_slack {
public:
    explicit agreeable_slack(std::vector<effect> const& seen)
    {
        std::set<std::string> known;
        for (auto const& one : seen)
            if (one.method == "chat.postMessage" && known.insert(one.message_id).second)
                ids_[one.conversation].push_back(one.ts);
    }

    call_result accept(http_call const& call)
    {
        auto const fields = decode_form(call.body).value_or(form_fields{});
        auto const field = [&fields](char const* name) {
            return std::string(find_field(fields, name).value_or(""));
        };
        auto const method = method_of(call);
        if (method == "files.getUploadURLExternal")
            return announced_file();
        if (method.starts_with(uploading)) {
            files_[method.substr(uploading.size())] = call.body;
            return http_response{200, {}, "OK"};
        }
        if (method == "users.info")
            return json_answer({{"ok", true}, {"user", {{"id", field("user")}}}});
        auto const to = field("channel");
        effect shown;
        shown.conversation = conversation_of(call);
        shown.message_id = label_of(call).id;
        shown.method = method;
        shown.ts = method == "chat.postMessage" ? next_id(shown.conversation) : field("ts");
        shown.thread = field("thread_ts");
        shown.user = to.starts_with("U") ? to : field("user");
        shown.text = field("text");
        shown.blocks = field("blocks");
        if (method == "files.completeUploadExternal") {
            shown.text = field("initial_comment");
            auto const file = json::parse(field("files"))[0];
            shown.blocks = shown_file(file.value("title", ""), files_[file.value("id", "")]);
        }
        json const body = {
            {"ok", true}, {"ts", shown.ts}, {"channel", to}, {"message", {{"thread_ts", shown.thread}}}};
        if (!shown.message_id.empty())
            effects_.push_back(std::move(shown));
        return json_answer(body);
    }

    std::vector<effect> const& effects() const { return effects_; }

private:
    http_response announced_file()
    {
        auto const id = "F" + std::to_string(files_.size() + 1);
        files_[id];
        return json_answer(
            {{"ok", true}, {"upload_url", "http://slack/playground/upload/" + id}, {"file_id", id}});
    }

    static http_response json_answer(json const& body)
    {
        return {200, {{"Content-Type", "application/json"}}, body.dump()};
    }

    std::string next_id(std::string const& conversation)
    {
        auto& left = ids_[conversation];
        if (left.empty())
            return "never seen " + std::to_string(effects_.size());
        auto id = std::move(left.front());
        left.pop_front();
        return id;
    }

    std::map<std::string, std::deque<std::string>> ids_;
    std::vector<effect> effects_;
    std::map<std::string, std::string> files_;  // bytes, by file id
};

void run_until_idle(service_process& service)
{
    auto const limit = simulated_machine::now() + 1h;
    for (;;) {
        while (service.run_one()) {
        }
        if (service.idle() || simulated_machine::now() > limit)
            return;
        if (auto const due = simulated_machine::next_timer())
            simulated_machine::set(std::max(simulated_machine::now(), *due));
    }
}

process_settings unhurried()
{
    process_settings chosen;
    chosen.sending.posts = {0ms, 1};
    chosen.sending.edits = {0ms, 1};
    chosen.sending.ephemerals = {0ms, 1};
    chosen.is_replay = true;
    return chosen;
}

}  // namespace

std::map<std::string, shown_messages> shown_in(std::vector<effect> const& effects)
{
    std::map<std::string, shown_messages> shown;
    std::map<std::string, std::string> first_copy;  // by message id: the post's id
    for (auto const& one : effects) {
        if (one.message_id.empty())
            continue;
        auto& conversation = shown[one.conversation];
        if (one.method == "chat.update") {
            conversation.final[one.ts] = one.text + " " + one.blocks;
        } else if (first_copy.emplace(one.conversation + " " + one.message_id, one.ts).second) {
            conversation.in_order.push_back(content_of(one));
            if (one.method == "chat.postMessage")
                conversation.final[one.ts] = one.text + " " + one.blocks;
        }
    }
    return shown;
}

end_of_run play_without_faults(
    guide_source const& guide, std::vector<std::shared_ptr<heard_turn>> const& turns,
    std::vector<effect> const& seen)
{
    trace notes(false);
    figures counted;
    testimony heard(notes, counted);
    simulated_platter platter(1);
    agreeable_slack slack(seen);
    auto outside = [&slack](http_call const& call, std::function<void(call_result)> const& answer) {
        answer(slack.accept(call));
    };
    service_process service(platter, guide, heard, outside, unhurried());
    for (auto const& turn : turns) {
        run_until_idle(service);
        simulated_machine::set(turn->at);
        simulated_machine::plan_16_random_bytes(turn->random);
        if (turn->failure)
            service.report_failure(*turn->failure);
        else if (turn->profile)
            service.report_profile(*turn->profile);
        else if (turn->woken)
            service.wake(turn->conversation, *turn->woken);
        else
            service.receive(turn->request, [](http_response const&) {});
    }
    run_until_idle(service);
    return {heard.states(), shown_in(slack.effects())};
}

}  // namespace crossroads::simulation
