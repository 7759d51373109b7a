#include "storage/conversation_text.hpp"
#include "storage/records.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crossroads {
namespace {

struct kept_text {
    char const* why;
    std::string text;
    std::string written;
};

TEST(OpaqueText, IsEmbeddedWhenItIsJsonOnOneLineAndAStringOtherwise)
{
    std::vector<kept_text> const texts = {
        {"an object", R"({"b":1, "a":1e2})", R"({"b":1, "a":1e2})"},
        {"an array", R"([1,"]",2])", R"([1,"]",2])"},
        {"a JSON string", R"("x")", R"("\"x\"")"},
        {"a number", "1", R"("1")"},
        {"nothing", "", R"("")"},
        {"not JSON", "{oops}", R"("{oops}")"},
        {"JSON on two lines", "{\n}", R"("{\n}")"},
        {"JSON and a space", "{} ", R"("{} ")"},
        {"every kind of escape", "\"\\\n\t\x01\x7f\xc3\xa9", "\"\\\"\\\\\\n\\t\\u0001\x7f\xc3\xa9\""},
    };
    for (auto const& [why, text, expected] : texts) {
        auto const kept = as_opaque(text);
        ASSERT_TRUE(kept) << why;
        std::string out;
        append_opaque(out, *kept);
        EXPECT_EQ(out, expected) << why;
        EXPECT_EQ(read_opaque(out), kept) << why;
    }
}

TEST(OpaqueText, MustBeUtf8)
{
    for (auto const* text : {"\xff", "a\xc3", "\xed\xa0\x80", "{\"a\":\"\xff\"}"})
        EXPECT_FALSE(as_opaque(text)) << text;
}

TEST(JsonText, FindsMembersAndElementsWhateverTheyHold)
{
    json_members const expected = {
        {"a", R"("}\",{")"}, {R"(b\")", R"({"x":[1,{}]})"}, {"c", "-1.5e3"}, {"d", "[]"}, {"e", "null"}};
    EXPECT_EQ(read_members(R"({"a":"}\",{","b\"":{"x":[1,{}]},"c":-1.5e3,"d":[],"e":null})"), expected);
    EXPECT_EQ(read_members("{}"), json_members());

    std::vector<std::string_view> const elements = {"1", R"("],")", "[2,[3]]"};
    EXPECT_EQ(read_elements(R"([1,"],",[2,[3]]])"), elements);
}

TEST(JsonText, RefusesWhatIsCutOff)
{
    for (auto const* text :
         {"", "{", "}", "{\"a\"}", "{\"a\":}", "{\"a\":1", "{\"a\":1,}", "{\"a\":\"}", "{\"a\":[}", "{a:1}",
          "{}{}", "{\"a\":1}}", "{\"a\":\"\\\"}"})
        EXPECT_FALSE(read_members(text)) << text;
    for (auto const* text : {"", "[", "]", "[1,]", "[,1]", "[\"]", "[[]", "[]]"})
        EXPECT_FALSE(read_elements(text)) << text;
}

event_record example_event()
{
    event_record event;
    event.at = 1'700'000'000;
    event.events = {event_id_of("Ev1"), event_id_of("C1:1700.1")};
    event.acknowledgement = std::make_shared<opaque_text const>(*as_opaque(R"({"s":200,"b":""})"));
    event.state = as_opaque(R"({"runs":[1]})");
    event.messages = {
        {"1/start", false, *as_opaque(R"({"text":"a"})")}, {"1/card \"x\"", true, *as_opaque("plain\ntext")}};
    return event;
}

TEST(EventRecord, IsReadableJsonWithTheIdsOfItsMessages)
{
    auto const payload = write_payload(example_event(), {"Ev1", "C1:1700.1"});

    ASSERT_TRUE(payload);
    EXPECT_EQ(
        payload->with_ids(42),
        R"({"sv":1,"at":1700000000,"ev":["Ev1","C1:1700.1"],"ack":{"s":200,"b":""},"st":{"runs":[1]},"out":[)"
        R"({"id":"42.0","slot":"1/start","body":{"text":"a"}},)"
        R"({"id":"42.1","slot":"1/card \"x\"","edit":true,"body":"plain\ntext"}]})");
}

TEST(EventRecord, ComesBackWhole)
{
    event_record const event = example_event();
    auto const read = read_record(line_kind::event, write_payload(event, {"Ev1", "C1:1700.1"})->with_ids(42));

    ASSERT_TRUE(read);
    auto const& back = std::get<event_record>(*read);
    EXPECT_EQ(back.at, event.at);
    EXPECT_EQ(back.events, event.events);
    EXPECT_EQ(*back.acknowledgement, *event.acknowledgement);
    EXPECT_EQ(back.state, event.state);
    EXPECT_EQ(back.messages, event.messages);
}

TEST(EventRecord, SaysWhenItsConversationWantsToBeWoken)
{
    event_record event = example_event();
    event.wake_at = 1'700'000'600;
    auto const payload = write_payload(event, {"Ev1"})->with_ids(1);
    EXPECT_NE(payload.find(R"(,"wake":1700000600,"out")"), std::string::npos) << payload;
    EXPECT_EQ(std::get<event_record>(*read_record(line_kind::event, payload)).wake_at, 1'700'000'600);

    event.wake_at.reset();
    auto const silent = write_payload(event, {"Ev1"})->with_ids(1);
    EXPECT_FALSE(std::get<event_record>(*read_record(line_kind::event, silent)).wake_at);
    for (auto const* wrong : {R"("wake":-1)", R"("wake":"soon")", R"("wake":null)"}) {
        auto broken = silent;
        broken.insert(7, std::string(",") + wrong);
        EXPECT_FALSE(read_record(line_kind::event, broken)) << broken;
    }
}

TEST(EventRecord, WithoutStateLeavesItUnchanged)
{
    event_record event = example_event();
    event.state.reset();
    event.messages.clear();
    auto const read = read_record(line_kind::event, write_payload(event, {})->with_ids(1));

    ASSERT_TRUE(read);
    EXPECT_FALSE(std::get<event_record>(*read).state);
    EXPECT_TRUE(std::get<event_record>(*read).messages.empty());
}

TEST(EventRecord, RefusesKeysAndSlotsThatAreNotUtf8)
{
    EXPECT_FALSE(write_payload(example_event(), {"\xff"}));
    event_record event = example_event();
    event.messages[0].slot = "\xc3";
    EXPECT_FALSE(write_payload(event, {}));
}

TEST(OtherRecords, ComeBackWhole)
{
    std::string const attempt = write_payload(attempt_record{"7.0", 2, 1700})->with_ids(0);
    EXPECT_EQ(attempt, R"({"sv":1,"id":"7.0","n":2,"at":1700})");
    EXPECT_EQ(std::get<attempt_record>(*read_record(line_kind::attempt, attempt)).count, 2);

    std::string const sent = write_payload(sent_record{"7.0", "1/start", "1700.1"})->with_ids(0);
    EXPECT_EQ(sent, R"({"sv":1,"id":"7.0","slot":"1/start","pid":"1700.1"})");
    EXPECT_EQ(std::get<sent_record>(*read_record(line_kind::sent, sent)).platform_id, "1700.1");

    std::string const gave_up = write_payload(gave_up_record{"7.0", "is_archived", 1700})->with_ids(0);
    EXPECT_EQ(gave_up, R"({"sv":1,"id":"7.0","reason":"is_archived","at":1700})");
    EXPECT_EQ(std::get<gave_up_record>(*read_record(line_kind::gave_up, gave_up)).reason, "is_archived");

    std::string const erased = write_payload(erased_record{})->with_ids(0);
    EXPECT_EQ(erased, R"({"sv":1})");
    EXPECT_TRUE(read_record(line_kind::erased, erased));
}

TEST(Records, OfALaterLayoutOrAnotherKindAreNotRead)
{
    EXPECT_FALSE(read_record(line_kind::attempt, R"({"sv":2,"id":"7.0","n":2,"at":1700})"));
    EXPECT_FALSE(read_record(line_kind::attempt, R"({"id":"7.0","n":2,"at":1700})"));
    EXPECT_FALSE(read_record(line_kind::attempt, R"({"sv":1,"id":"7.0","n":-1,"at":1700})"));
    EXPECT_FALSE(read_record(line_kind::sent, R"({"sv":1,"id":"7.0","n":2,"at":1700})"));
    EXPECT_FALSE(read_record(line_kind::event, R"({"sv":1})"));
    EXPECT_FALSE(read_record(line_kind::mark, R"({"sv":1})"));
}

stored_conversation example_conversation()
{
    stored_conversation stored;
    stored.state = *as_opaque(R"({"runs":[1]})");
    stored.sent = {{"1/start", "1700.1"}, {"slot \"q\"", ""}};
    stored.outgoing.push_back({"7.0", "1/card", true, *as_opaque(R"({"text":"a"})"), 2, 1700});
    stored.outgoing.push_back({"7.1", "1/next", false, *as_opaque("plain"), 0, 0});
    stored.given_up.push_back({"5.0", "1/card", true, true, *as_opaque("{}"), "is_archived", 1600});
    auto const acknowledgement = std::make_shared<opaque_text const>(*as_opaque("ok"));
    stored.events = {
        {event_id_of("a"), 1500, acknowledgement},
        {event_id_of("b"), 1500, acknowledgement},
        {event_id_of("c"), 1600, std::make_shared<opaque_text const>()}};
    return stored;
}

std::vector<std::string> written(stored_conversation const& stored, std::int64_t since)
{
    std::vector<std::string> parts;
    write_conversation(stored, since, [&parts](std::string_view part) { parts.emplace_back(part); });
    return parts;
}

stored_conversation read_back(std::vector<std::string> const& parts)
{
    ledger back(std::chrono::hours(72));
    for (auto const& part : parts) {
        auto read = read_conversation(part);
        EXPECT_TRUE(read) << part.substr(0, 200);
        if (read)
            back.put("c", std::move(*read));
    }
    return parts.empty() ? stored_conversation() : *back.find("c");
}

TEST(ConversationText, ComesBackWhole)
{
    stored_conversation const stored = example_conversation();
    auto const parts = written(stored, 0);
    ASSERT_EQ(parts.size(), 1U);
    stored_conversation const back = read_back(parts);

    EXPECT_EQ(back.state, stored.state);
    EXPECT_EQ(back.sent, stored.sent);
    ASSERT_EQ(back.outgoing.size(), 2U);
    auto const& first = back.outgoing.front();
    EXPECT_EQ(first.id + first.slot + first.body.text, R"(7.01/card{"text":"a"})");
    EXPECT_TRUE(first.edit);
    EXPECT_EQ(first.attempts, 2);
    EXPECT_EQ(first.first_attempt, 1700);
    EXPECT_FALSE(back.outgoing.back().edit);
    ASSERT_EQ(back.given_up.size(), 1U);
    EXPECT_EQ(back.given_up[0].reason, "is_archived");
    EXPECT_EQ(back.given_up[0].slot, "1/card");
    EXPECT_TRUE(back.given_up[0].edit);
    EXPECT_TRUE(back.given_up[0].overtaken);
    ASSERT_EQ(back.events.size(), 3U);
    EXPECT_EQ(back.events[1].id, event_id_of("b"));
    EXPECT_EQ(back.events[1].acknowledgement->text, "ok");
    EXPECT_EQ(back.events[2].at, 1600);
}

TEST(ConversationText, LeavesOldEventsOut)
{
    auto const back = read_back(written(example_conversation(), 1600));

    ASSERT_EQ(back.events.size(), 1U);
    EXPECT_EQ(back.events[0].id, event_id_of("c"));
}

TEST(ConversationText, OfNothingIsNothing)
{
    EXPECT_TRUE(written(stored_conversation(), 0).empty());
}

TEST(ConversationText, FitsLinesHoweverLargeTheConversation)
{
    stored_conversation stored = example_conversation();
    stored.state = *as_opaque(std::string(1024 * 1024, '\x01'));  // six bytes each once escaped
    for (int i = 0; i < 4000; ++i) {
        std::string const number = std::to_string(i);
        stored.sent["slot " + number] = std::string(100, 'p');
        stored.outgoing.push_back({"8." + number, number, false, *as_opaque(std::string(500, 'b')), 0, 0});
        stored.events.push_back(
            {event_id_of(number), 1700 + i,
             std::make_shared<opaque_text const>(*as_opaque(std::string(500, 'a')))});
    }
    stored.outgoing.push_back({"9.0", "large", false, *as_opaque(std::string(2'900'000, 'b')), 0, 0});
    stored.state = *as_opaque(std::string(500'000, '\x01'));

    auto const parts = written(stored, 0);
    for (auto const& part : parts)
        EXPECT_LT(part.size(), line_limit - 1000);
    auto const back = read_back(parts);
    EXPECT_EQ(back.state, stored.state);
    EXPECT_EQ(back.sent, stored.sent);
    EXPECT_EQ(back.outgoing.size(), stored.outgoing.size());
    EXPECT_EQ(back.outgoing.back().body, stored.outgoing.back().body);
    EXPECT_EQ(back.events.size(), stored.events.size());
    EXPECT_EQ(back.events.back().id, stored.events.back().id);
}

}  // namespace
}  // namespace crossroads
