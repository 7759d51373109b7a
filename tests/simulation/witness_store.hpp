#pragma once

#include "simulation/sabotage.hpp"
#include "simulation/testimony.hpp"
#include "storage/store.hpp"

#include <set>

namespace crossroads::simulation {

/// The store as the service sees it, with a witness in between, and with a promise broken for control runs.
class witness_store final : public store {
public:
    witness_store(store& real, testimony& heard, sabotage broken)
        : real_(real), heard_(heard), broken_(broken)
    {}

    boost::asio::awaitable<result<std::string>>
    transact(std::string conversation, std::vector<std::string> event_keys, step apply) override;
    std::vector<claimed_message> claim_outgoing(std::size_t limit) override;
    boost::asio::awaitable<result<void>>
    record_attempt(std::string conversation, std::string id, std::int64_t at) override;
    boost::asio::awaitable<result<void>>
    settle(std::string conversation, std::string id, std::string platform_id) override;
    void release(
        std::string const& conversation, std::string const& id,
        std::chrono::steady_clock::duration wait) override;

    void on_outgoing(std::function<void()> notify) override { real_.on_outgoing(std::move(notify)); }

    boost::asio::awaitable<result<void>>
    give_up(std::string conversation, std::string id, std::string reason) override
    {
        return real_.give_up(std::move(conversation), std::move(id), std::move(reason));
    }

    boost::asio::awaitable<result<void>> erase(std::string conversation) override
    {
        return real_.erase(std::move(conversation));
    }

    std::vector<wake_up> wake_ups(std::int64_t now) const override { return real_.wake_ups(now); }

    std::vector<dead_letter> dead_letters() const override { return real_.dead_letters(); }

    std::vector<std::string> states(std::string_view key_prefix) const override
    {
        return real_.states(key_prefix);
    }

    std::size_t pending() const override { return real_.pending(); }

    bool ready() const override { return real_.ready(); }

private:
    store& real_;
    testimony& heard_;
    sabotage broken_;
    int repeats_ = 0;
};

}  // namespace crossroads::simulation
