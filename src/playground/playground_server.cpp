#include "playground/playground_server.hpp"

#include "channel/form.hpp"
#include "playground/assessment_hints.hpp"
#include "playground/browser_state.hpp"
#include "playground/event_deliveries.hpp"
#include "playground/files.hpp"
#include "playground/kept_workspace.hpp"
#include "playground/news_board.hpp"
#include "playground/page.hpp"
#include "playground/person_actions.hpp"
#include "playground/request_guard.hpp"
#include "playground/response.hpp"
#include "playground/state_file.hpp"
#include "playground/web_api.hpp"
#include "playground/webhook_sender.hpp"

#include <charconv>
#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace asio = boost::asio;

namespace crossroads {
namespace {

using playground::json;

constexpr auto longest_wait = std::chrono::seconds(25);

http_response plain(unsigned status, std::string text)
{
    return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, std::move(text) + '\n'};
}

http_response as_json(json const& body)
{
    return {
        200,
        {{"Content-Type", "application/json; charset=utf-8"}, {"Cache-Control", "no-store"}},
        playground::write_json(body)};
}

http_response wrong_method(std::string right)
{
    auto response = plain(405, "Use " + right + ".");
    response.headers.emplace_back("Allow", std::move(right));
    return response;
}

http_response unsaved()
{
    return plain(503, "The playground could not save that. Look at the log of the service for the reason.");
}

std::string_view path_of(http_request const& request)
{
    auto const target = std::string_view(request.target);
    return target.substr(0, target.find('?'));
}

form_fields query_of(http_request const& request)
{
    auto const mark = request.target.find('?');
    if (mark == std::string::npos)
        return {};
    return decode_form(std::string_view(request.target).substr(mark + 1)).value_or(form_fields());
}

std::uint64_t number_of(std::optional<std::string_view> text)
{
    std::uint64_t number = 0;
    if (text)
        std::from_chars(text->data(), text->data() + text->size(), number);
    return number;
}

/// The person a browser asks for; the first one if it names nobody of this workspace.
playground::person const& shown_person(playground::workspace const& in, std::string const& id)
{
    auto const* const found = playground::find_person(in, id);
    return found ? *found : in.people.front();
}

playground::app_settings app_settings_of(playground_settings const& settings)
{
    return {settings.signing_secret, settings.bot_token, settings.service_url,
            settings.own_url,        settings.command,   assessment_hints()};
}

}  // namespace

class playground_server::members : public std::enable_shared_from_this<members> {
public:
    members(asio::any_io_executor executor, playground_settings const& settings)
        : settings_(app_settings_of(settings)),
          kept_(state_file(settings.state_file), playground_now()),
          sender_(executor),
          news_(executor),
          deliveries_(std::make_shared<event_deliveries>(executor, settings_, kept_, sender_))
    {}

    static asio::awaitable<http_response> handle(std::shared_ptr<members> self, http_request request);

    void start() { deliveries_->look(); }

    static asio::awaitable<void> stop(std::shared_ptr<members> self)
    {
        self->news_.close();
        co_await self->deliveries_->stop();
    }

private:
    asio::awaitable<http_response> api(std::string method, http_request request);
    asio::awaitable<http_response> response_url(http_request request);
    asio::awaitable<http_response> upload(std::string secret, http_request request);
    http_response download(std::string_view id_and_name);
    asio::awaitable<http_response> changes(std::string person, std::uint64_t since);
    asio::awaitable<http_response> act(std::string person, http_request request);
    asio::awaitable<bool> publish();
    asio::awaitable<json> finish(playground::interaction begun);

    playground::app_settings settings_;
    kept_workspace kept_;
    webhook_sender sender_;
    news_board news_;
    std::shared_ptr<event_deliveries> deliveries_;
};

/// Makes what happened durable, then known: to the browsers that wait, and to the service.
asio::awaitable<bool> playground_server::members::publish()
{
    bool const saved = co_await kept_.saved();
    news_.announce();
    if (saved)
        deliveries_->look();
    co_return saved;
}

asio::awaitable<http_response> playground_server::members::api(std::string method, http_request request)
{
    auto response = kept_.with([this, &method, &request](playground::workspace& in) {
        return playground::handle_api(in, settings_, method, request, playground_now());
    });
    bool const saved = co_await publish();
    if (!saved)
        co_return unsaved();
    co_return response;
}

asio::awaitable<http_response> playground_server::members::response_url(http_request request)
{
    if (request.method != "POST")
        co_return wrong_method("POST");
    std::string const secret(path_of(request).substr(path_of(request).rfind('/') + 1));
    auto response = kept_.with([&secret, &request](playground::workspace& in) {
        return playground::handle_response_url(in, secret, request, playground_now());
    });
    bool const saved = co_await publish();
    if (!saved)
        co_return unsaved();
    co_return response;
}

asio::awaitable<http_response> playground_server::members::upload(std::string secret, http_request request)
{
    if (request.method != "POST")
        co_return wrong_method("POST");
    auto response = kept_.with([&secret, &request](playground::workspace& in) {
        return playground::take_upload(in, secret, request);
    });
    bool const saved = co_await publish();
    if (!saved)
        co_return unsaved();
    co_return response;
}

http_response playground_server::members::download(std::string_view id_and_name)
{
    auto const id = id_and_name.substr(0, id_and_name.find('/'));
    auto file =
        kept_.with([id](playground::workspace const& in) { return playground::file_download(in, id); });
    return file ? *std::move(file) : plain(404, "There is no such file.");
}

asio::awaitable<http_response> playground_server::members::changes(std::string person, std::uint64_t since)
{
    if (since != 0) {
        std::function<bool()> is_news = [this, &person, since] {
            return kept_.with([&person, since](playground::workspace const& in) {
                return playground::has_news(in, shown_person(in, person), since);
            });
        };
        co_await news_.wait(std::move(is_news), longest_wait);
    }
    auto const state = kept_.with([this, &person, since](playground::workspace const& in) {
        return playground::browser_state(in, settings_, shown_person(in, person), since);
    });
    // What a browser has seen must still be there after a crash.
    bool const saved = co_await kept_.saved();
    if (!saved)
        co_return unsaved();
    co_return as_json(state);
}

asio::awaitable<json> playground_server::members::finish(playground::interaction begun)
{
    auto const answer = co_await sender_.send(begun.call);
    co_return kept_.with([this, &begun, &answer](playground::workspace& in) {
        return playground::finish(in, settings_, begun, answer, playground_now());
    });
}

asio::awaitable<http_response> playground_server::members::act(std::string person, http_request request)
{
    auto const type = find_header(request.headers, "content-type").value_or("");
    auto const action = playground::read_json(request.body);
    if (!type.starts_with("application/json") || !action || !action->is_object())
        co_return plain(400, "Send one JSON object as application/json.");
    auto outcome = kept_.with([this, &person, &action](playground::workspace& in) {
        playground::forget_expired(in, playground_now());
        return playground::act(in, settings_, person, *action, playground_now());
    });
    bool saved = co_await publish();
    if (!saved)
        co_return unsaved();
    if (auto const* const answer = std::get_if<json>(&outcome))
        co_return as_json(*answer);
    auto begun = std::move(std::get<playground::interaction>(outcome));
    auto const answer = co_await finish(std::move(begun));
    saved = co_await publish();
    if (!saved)
        co_return unsaved();
    co_return as_json(answer);
}

asio::awaitable<http_response>
playground_server::members::handle(std::shared_ptr<members> self, http_request request)
{
    if (auto refused = playground::refuse_stranger(request))
        co_return *std::move(refused);
    constexpr std::string_view root = "/playground/";
    auto path = path_of(request);
    if (!path.starts_with(root))
        co_return plain(404, "There is nothing here.");
    path.remove_prefix(root.size());
    if (path.starts_with("api/")) {
        std::string method(path.substr(4));
        co_return co_await self->api(std::move(method), std::move(request));
    }
    if (path.starts_with("hooks/"))
        co_return co_await self->response_url(std::move(request));
    if (path.starts_with("upload/")) {
        std::string secret(path.substr(7));
        co_return co_await self->upload(std::move(secret), std::move(request));
    }
    auto const query = query_of(request);
    std::string person(find_field(query, "as").value_or(""));
    if (path == "workspace/changes") {
        if (request.method != "GET")
            co_return wrong_method("GET");
        auto const since = number_of(find_field(query, "since"));
        co_return co_await self->changes(std::move(person), since);
    }
    if (path == "workspace/act") {
        if (request.method != "POST")
            co_return wrong_method("POST");
        co_return co_await self->act(std::move(person), std::move(request));
    }
    if (request.method != "GET" && request.method != "HEAD")
        co_return wrong_method("GET");
    if (path.starts_with("files/"))
        co_return self->download(path.substr(6));
    auto file = playground::page_file(path);
    if (!file)
        co_return plain(404, "There is nothing here.");
    co_return *std::move(file);
}

playground_server::playground_server(asio::any_io_executor executor, playground_settings settings)
    : members_(std::make_shared<members>(std::move(executor), settings))
{}

playground_server::~playground_server() = default;

void playground_server::start()
{
    members_->start();
}

asio::awaitable<void> playground_server::stop()
{
    return members::stop(members_);
}

asio::awaitable<http_response> playground_server::handle(http_request request)
{
    return members::handle(members_, std::move(request));
}

}  // namespace crossroads
