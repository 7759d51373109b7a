#include "runtime/reach_book.hpp"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <memory>
#include <utility>
#include <vector>

namespace crossroads {
namespace {

constexpr std::string_view key_prefix = "reach:";

}  // namespace

reach_book::reach_book(store& kept_in) : kept_in_(kept_in)
{
    for (auto const& text : kept_in_.states(key_prefix)) {
        auto const entry = nlohmann::json::parse(text, nullptr, false);
        if (entry.is_object() && entry.value("conversation", nlohmann::json()).is_string() &&
            entry.value("reach", nlohmann::json()).is_string())
            known_[entry["conversation"].get<std::string>()] = entry["reach"].get<std::string>();
        else
            spdlog::error("how a conversation is reached cannot be read: it is learnt again when it is used");
    }
}

std::string reach_book::find(std::string const& conversation) const
{
    std::lock_guard const lock(mutex_);
    auto const found = known_.find(conversation);
    return found == known_.end() ? std::string() : found->second;
}

boost::asio::awaitable<result<void>> reach_book::keep(std::string conversation, std::string reach)
{
    if (find(conversation) == reach)
        co_return result<void>();
    nlohmann::json const entry = {{"conversation", conversation}, {"reach", reach}};
    auto const text = std::make_shared<std::string const>(
        entry.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    step keep_text = [text](conversation_view const&) {
        unit stored;
        stored.state = *text;
        stored.wake_at = 0;
        return stored;
    };
    std::vector<std::string> no_keys;
    auto const stored = co_await kept_in_.transact(
        std::string(key_prefix) + conversation, std::move(no_keys), std::move(keep_text));
    if (!stored)
        co_return stored.error();
    std::lock_guard const lock(mutex_);
    known_[std::move(conversation)] = std::move(reach);
    co_return result<void>();
}

}  // namespace crossroads
