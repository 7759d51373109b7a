#include "channel/form.hpp"
#include "http/client.hpp"
#include "playground/playground_server.hpp"
#include "support/local_server.hpp"
#include "support/temporary_directory.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace crossroads {
namespace {

namespace asio = boost::asio;
using nlohmann::json;

/// The app on the other side: remembers what it was sent and answers as a test wants.
class recording_app {
public:
    using answer = std::function<http_response(http_request const&)>;

    asio::awaitable<http_response> handle(http_request request)
    {
        std::lock_guard const lock(mutex_);
        received_.push_back(request);
        changed_.notify_all();
        co_return answer_(request);
    }

    void answer_with(answer how)
    {
        std::lock_guard const lock(mutex_);
        answer_ = std::move(how);
    }

    /// The first `count` requests, waited for up to ten seconds.
    std::vector<http_request> wait_for(std::size_t count)
    {
        std::unique_lock lock(mutex_);
        changed_.wait_for(
            lock, std::chrono::seconds(10), [this, count] { return received_.size() >= count; });
        return received_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<http_request> received_;
    answer answer_ = [](http_request const&) { return http_response{200, {}, ""}; };
};

/// A playground and an app, each on a port of its own.
class PlaygroundServer : public testing::Test {
protected:
    void SetUp() override { start(); }

    void TearDown() override { stop(); }

    void start()
    {
        // The playground is made once its port is known.
        playground_http_ = std::make_unique<local_server>(
            [this](http_request request) { return playground_->handle(std::move(request)); });
        playground_settings settings;
        settings.signing_secret = "a secret";
        settings.bot_token = "xoxb-test";
        settings.service_url = app_http_.url("");
        settings.own_url = playground_http_->url("");
        settings.state_file = folder_.path() / "playground.json";
        playground_ = std::make_unique<playground_server>(playground_http_->executor(), settings);
        playground_->start();
    }

    void stop()
    {
        if (!playground_http_)
            return;
        asio::co_spawn(playground_http_->executor(), playground_->stop(), asio::use_future).get();
        playground_http_->stop(std::chrono::milliseconds(1000));
        playground_.reset();
        playground_http_.reset();
    }

    http_response send(http_call call)
    {
        auto result =
            asio::co_spawn(app_http_.executor(), client_.send(std::move(call)), asio::use_future).get();
        auto const* const response = std::get_if<http_response>(&result);
        EXPECT_TRUE(response) << "no answer";
        return response ? *response : http_response{0, {}, ""};
    }

    http_response get(std::string const& path)
    {
        http_call call;
        call.method = "GET";
        call.url = playground_http_->url(path);
        return send(std::move(call));
    }

    json changes(std::string const& person, std::uint64_t since)
    {
        auto const path = "/playground/workspace/changes?as=" + person + "&since=" + std::to_string(since);
        return json::parse(get(path).body, nullptr, false);
    }

    json act(std::string const& person, json const& action)
    {
        http_call call;
        call.url = playground_http_->url("/playground/workspace/act?as=" + person);
        call.headers = {{"Content-Type", "application/json"}};
        call.body = action.dump();
        return json::parse(send(std::move(call)).body, nullptr, false);
    }

    json api(std::string const& method, form_fields const& fields)
    {
        http_call call;
        call.url = playground_http_->url("/playground/api/" + method);
        call.headers = {
            {"Authorization", "Bearer xoxb-test"}, {"Content-Type", "application/x-www-form-urlencoded"}};
        call.body = encode_form(fields);
        return json::parse(send(std::move(call)).body, nullptr, false);
    }

    static json saying(std::string const& text)
    {
        return {{"type", "say"}, {"channel", "C0PLAYPRO"}, {"text", text}};
    }

    temporary_directory folder_;
    recording_app app_;
    local_server app_http_{[this](http_request request) { return app_.handle(std::move(request)); }};
    http_client client_{app_http_.executor(), [] {
                            client_settings settings;
                            settings.allow_loopback = true;
                            return settings;
                        }()};
    std::unique_ptr<playground_server> playground_;
    std::unique_ptr<local_server> playground_http_;
};

TEST_F(PlaygroundServer, ServesThePage)
{
    EXPECT_EQ(get("/playground/").status, 200U);
    EXPECT_EQ(get("/playground/main.js").status, 200U);
    EXPECT_EQ(get("/playground/nothing").status, 404U);
    EXPECT_EQ(get("/elsewhere").status, 404U);
    EXPECT_EQ(get("/playground/workspace/act").status, 405U);
    EXPECT_EQ(get("/playground/hooks/commands/T/x").status, 405U);
}

TEST_F(PlaygroundServer, TakesASlashCommandToTheAppAndItsAnswerBack)
{
    app_.answer_with([](http_request const&) {
        return http_response{200, {{"Content-Type", "application/json"}}, R"({"text":"Hello, Ana"})"};
    });

    EXPECT_EQ(act("U0PLAYANA", saying("/assess help"))["ok"], true);

    auto const requests = app_.wait_for(1);
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(requests[0].target, "/slack/commands");
    EXPECT_TRUE(find_header(requests[0].headers, "x-slack-signature"));
    EXPECT_EQ(changes("U0PLAYANA", 0)["messages"][0]["text"], "Hello, Ana");
    EXPECT_TRUE(changes("U0PLAYBEN", 0)["messages"].empty());
}

TEST_F(PlaygroundServer, LetsTheAppAnswerByItsResponseUrl)
{
    act("U0PLAYANA", saying("/assess help"));
    auto const fields = decode_form(app_.wait_for(1).at(0).body).value();
    http_call call;
    call.url = find_field(fields, "response_url").value();
    call.headers = {{"Content-Type", "application/json"}};
    call.body = R"({"text":"Later"})";

    EXPECT_EQ(send(std::move(call)).body, "ok");

    EXPECT_EQ(changes("U0PLAYANA", 0)["messages"][0]["text"], "Later");
}

TEST_F(PlaygroundServer, RepeatsAnEventThatWasNotAcknowledged)
{
    app_.answer_with([](http_request const& request) {
        bool const repeated = find_header(request.headers, "x-slack-retry-num").has_value();
        return http_response{repeated ? 200U : 500U, {}, ""};
    });

    act("U0PLAYANA", saying("hello"));

    auto const requests = app_.wait_for(2);
    ASSERT_EQ(requests.size(), 2U);
    EXPECT_EQ(requests[0].body, requests[1].body);
    EXPECT_EQ(find_header(requests[1].headers, "x-slack-retry-reason"), "http_error");
}

TEST_F(PlaygroundServer, GoesOnWhereItWasAfterARestart)
{
    auto const posted = api("chat.postMessage", {{"channel", "C0PLAYPRO"}, {"text", "kept"}});
    app_.wait_for(1);

    stop();
    start();

    auto const state = changes("U0PLAYANA", 0);
    EXPECT_EQ(state["messages"][0]["ts"], posted["ts"]);
    EXPECT_GT(api("chat.postMessage", {{"channel", "C0PLAYPRO"}, {"text", "new"}})["ts"], posted["ts"]);
}

TEST_F(PlaygroundServer, DeliversAfterARestartWhatWasPending)
{
    stop();
    std::filesystem::path const file = folder_.path() / "playground.json";
    auto state = json::parse(std::ifstream(file));
    state["deliveries"].push_back(
        {{"id", "Ev1"},
         {"body", "{\"event_id\":\"Ev1\"}"},
         {"attempts", 1},
         {"due", 0},
         {"failure", "http_timeout"}});
    std::ofstream(file) << state.dump();

    start();

    auto const requests = app_.wait_for(1);
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(requests[0].body, "{\"event_id\":\"Ev1\"}");
    EXPECT_EQ(find_header(requests[0].headers, "x-slack-retry-num"), "1");
}

TEST_F(PlaygroundServer, TellsAWaitingBrowserAtOnce)
{
    auto const since = changes("U0PLAYBEN", 0)["revision"].get<std::uint64_t>();
    http_call call;
    call.method = "GET";
    call.url =
        playground_http_->url("/playground/workspace/changes?as=U0PLAYBEN&since=" + std::to_string(since));
    auto waiting = asio::co_spawn(app_http_.executor(), client_.send(std::move(call)), asio::use_future);

    act("U0PLAYANA", saying("are you there"));

    // The client gives up after ten seconds, the playground would wait for twenty-five.
    auto const result = waiting.get();
    ASSERT_TRUE(std::holds_alternative<http_response>(result));
    auto const news = json::parse(std::get<http_response>(result).body);
    EXPECT_EQ(news["messages"][0]["text"], "are you there");
}

TEST_F(PlaygroundServer, ShowsTheFirstPersonToABrowserOfNobody)
{
    EXPECT_EQ(changes("U1", 0)["me"], "U0PLAYANA");
    EXPECT_EQ(act("U1", saying("x"))["ok"], false);
}

TEST_F(PlaygroundServer, RefusesPagesOfOthers)
{
    http_call call;
    call.url = playground_http_->url("/playground/workspace/act?as=U0PLAYANA");
    call.headers = {{"Content-Type", "application/json"}, {"Origin", "http://evil.example"}};
    call.body = saying("from elsewhere").dump();

    EXPECT_EQ(send(std::move(call)).status, 403U);
    EXPECT_TRUE(changes("U0PLAYANA", 0)["messages"].empty());
}

TEST_F(PlaygroundServer, RefusesAnActionThatIsNotJson)
{
    http_call call;
    call.url = playground_http_->url("/playground/workspace/act?as=U0PLAYANA");
    call.headers = {{"Content-Type", "text/plain"}};
    call.body = saying("as a simple request").dump();

    EXPECT_EQ(send(std::move(call)).status, 400U);
}

TEST(PlaygroundServerStart, RefusesAStateFileThatIsNone)
{
    temporary_directory const folder;
    playground_settings settings;
    settings.state_file = folder.path() / "playground.json";
    std::ofstream(settings.state_file) << "{}";
    asio::io_context context;

    EXPECT_THROW(playground_server(context.get_executor(), settings), std::runtime_error);
}

}  // namespace
}  // namespace crossroads
