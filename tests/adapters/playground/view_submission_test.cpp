#include "adapters/playground/played_workspace.hpp"

#include <string>

namespace crossroads::playground {
namespace {

class ViewSubmission : public played_workspace {
protected:
    void SetUp() override
    {
        auto const view =
            with(modal_view(input(text_input())), {{"private_metadata", "p"}, {"callback_id", "c"}});
        view_id_ = open_modal_for(ana, view)["id"];
    }

    json submission(json const& typed = "nine clinics") const
    {
        return {{"type", "submit"}, {"view_id", view_id_}, {"inputs", {{"field", {{"pick", typed}}}}}};
    }

    json answered(http_response response) { return finish(begin(ana, submission()), std::move(response)); }

    std::vector<modal> const& open() { return in.modals[ana].open; }

    std::string view_id_;
};

TEST_F(ViewSubmission, CarriesTheViewAndWhatWasTyped)
{
    auto const payload = payload_of(begin(ana, submission()));

    EXPECT_EQ(payload["type"], "view_submission");
    EXPECT_EQ(payload["view"]["id"], view_id_);
    EXPECT_EQ(payload["view"]["private_metadata"], "p");
    EXPECT_EQ(payload["view"]["callback_id"], "c");
    EXPECT_EQ(
        payload["view"]["state"]["values"]["field"]["pick"],
        (json{{"type", "plain_text_input"}, {"value", "nine clinics"}}));
    EXPECT_EQ(payload["response_urls"], json::array());
    EXPECT_TRUE(payload.contains("trigger_id"));
}

TEST_F(ViewSubmission, ClosesTheViewOnAnEmptyAnswer)
{
    EXPECT_EQ(answered({200, {}, ""})["ok"], true);
    EXPECT_TRUE(open().empty());
}

TEST_F(ViewSubmission, ShowsErrorsAtTheirFields)
{
    auto const answer =
        answered(json_answer({{"response_action", "errors"}, {"errors", {{"field", "Say how often."}}}}));

    EXPECT_EQ(answer["errors"]["field"], "Say how often.");
    EXPECT_EQ(open().size(), 1U);
}

TEST_F(ViewSubmission, ShowsTheNextView)
{
    json const next = with(modal_view(input(text_input())), {{"title", plain("Next")}});

    EXPECT_EQ(answered(json_answer({{"response_action", "update"}, {"view", next}}))["ok"], true);

    ASSERT_EQ(open().size(), 1U);
    EXPECT_EQ(open()[0].id, view_id_);
    EXPECT_EQ(open()[0].view["title"]["text"], "Next");
    EXPECT_EQ(open()[0].values["field"]["pick"]["value"], "nine clinics")
        << "the same ids keep what was typed";
}

TEST_F(ViewSubmission, ForgetsWhatWasTypedUnderOtherIds)
{
    json const next = modal_view(with(input(text_input()), {{"block_id", "another"}}));

    answered(json_answer({{"response_action", "update"}, {"view", next}}));

    EXPECT_EQ(open()[0].values["another"]["pick"]["value"], nullptr);
}

TEST_F(ViewSubmission, PushesAndClears)
{
    answered(json_answer({{"response_action", "push"}, {"view", modal_view(section())}}));
    ASSERT_EQ(open().size(), 2U);

    answered(json_answer({{"response_action", "clear"}}));
    EXPECT_TRUE(open().empty());
}

TEST_F(ViewSubmission, IsInTroubleWithAnyOtherAnswer)
{
    auto const in_json = [](std::string body) {
        return http_response{200, {{"Content-Type", "application/json"}}, std::move(body)};
    };
    http_response const answers[] = {
        {500, {}, ""},
        {302, {}, ""},
        {200, {{"Content-Type", "text/plain"}}, "ok"},
        {200, {}, "{\"response_action\":\"clear\"}"},
        in_json("{}"),
        in_json("null"),
        in_json("[]"),
        in_json("{\"response_action\":\"dance\"}"),
        in_json("{\"response_action\":\"errors\"}"),
        in_json("{\"response_action\":\"errors\",\"errors\":{\"pick\":\"an action_id\"}}"),
        in_json("{\"response_action\":\"errors\",\"errors\":{\"field\":7}}"),
        in_json("{\"response_action\":\"update\"}"),
        in_json("{\"response_action\":\"update\",\"view\":{\"type\":\"modal\"}}"),
    };
    for (auto const& response : answers) {
        auto const answer = answered(response);
        EXPECT_EQ(answer["error"], "We had some trouble connecting. Try again?") << response.body;
        EXPECT_FALSE(answer["detail"].get<std::string>().empty());
        EXPECT_EQ(open().size(), 1U);
    }
    auto const late =
        playground::finish(in, settings, begin(ana, submission()), webhook_failure::timed_out, now);
    EXPECT_EQ(late["ok"], false);
}

TEST_F(ViewSubmission, WaitsForRequiredFields)
{
    auto const answer = act(ana, submission(nullptr));

    EXPECT_EQ(answer["errors"]["field"], "Please complete this required field.");
}

TEST_F(ViewSubmission, ChecksWhatWasTyped)
{
    struct typed_case {
        json element;
        json typed;
        bool fits;
    };

    json const bounded = element("plain_text_input", {{"min_length", 2}, {"max_length", 4}});
    json const whole = element("number_input", {{"is_decimal_allowed", false}});
    json const decimal = element("number_input", {{"is_decimal_allowed", true}});
    json const mail = element("email_text_input", json::object());
    json const link = element("url_text_input", json::object());
    typed_case const cases[] = {
        {bounded, "abc", true},      {bounded, "a", false},         {bounded, "abcde", false},
        {whole, "-12", true},        {whole, "1.5", false},         {decimal, "1.5", true},
        {decimal, ".", false},       {mail, "a@example.org", true}, {mail, "example.org", false},
        {link, "https://a.b", true}, {link, "a.b", false},
    };
    for (auto const& [one_element, typed, fits] : cases) {
        view_id_ = open_modal_for(ana, modal_view(input(one_element)))["id"];
        auto const outcome = playground::act(in, settings, ana, submission(typed), now);
        EXPECT_EQ(std::holds_alternative<interaction>(outcome), fits) << one_element.dump() << typed.dump();
    }
}

TEST_F(ViewSubmission, IsForWhoSeesTheModal)
{
    EXPECT_EQ(act(ben, submission())["ok"], false);
    EXPECT_EQ(act(ana, with(submission(), {{"view_id", "V1"}}))["ok"], false);
    EXPECT_EQ(act(ana, submission(json::array({1})))["ok"], false);
}

TEST_F(ViewSubmission, ThatWasAnsweredTooLateChangesNothing)
{
    auto const begun = begin(ana, submission());
    act(ana, {{"type", "close"}, {"view_id", view_id_}});

    EXPECT_EQ(
        finish(begun, json_answer({{"response_action", "push"}, {"view", modal_view(section())}}))["ok"],
        true);
    EXPECT_TRUE(open().empty());
}

TEST_F(ViewSubmission, ClosingTellsTheAppOnlyIfItAsked)
{
    EXPECT_EQ(act(ana, {{"type", "close"}, {"view_id", view_id_}})["ok"], true);
    auto const view = open_modal_for(ana, with(modal_view(section()), {{"notify_on_close", true}}));

    auto const payload = payload_of(begin(ana, {{"type", "close"}, {"view_id", view["id"]}}));

    EXPECT_EQ(payload["type"], "view_closed");
    EXPECT_EQ(payload["view"]["id"], view["id"]);
    EXPECT_EQ(payload["is_cleared"], false);
    EXPECT_TRUE(open().empty());
}

}  // namespace
}  // namespace crossroads::playground
