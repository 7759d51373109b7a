#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>

namespace crossroads {

/// The memory that large request bodies may take, over all connections of a server. Small ones are free:
/// whoever fills this up keeps out other large bodies, not usual requests. Safe to use from any thread.
class body_memory {
public:
    static constexpr std::size_t free_of_charge = std::size_t{8} * 1024;  // of each body

    explicit body_memory(std::size_t limit) : limit_(limit) {}

    std::size_t used() const { return used_; }

    /// What one body takes of it; given back when this is destroyed.
    class share {
    public:
        explicit share(std::shared_ptr<body_memory> of) : of_(std::move(of)) {}

        ~share() { of_->used_ -= taken_; }

        share(share const&) = delete;
        share& operator=(share const&) = delete;

        /// False when a body of `bytes` does not fit in any more.
        bool grow_to(std::size_t bytes)
        {
            auto const needed = bytes > free_of_charge ? bytes - free_of_charge : 0;
            if (needed <= taken_)
                return true;
            auto const more = needed - taken_;
            if (of_->used_.fetch_add(more) + more > of_->limit_) {
                of_->used_ -= more;
                return false;
            }
            taken_ = needed;
            return true;
        }

    private:
        std::shared_ptr<body_memory> of_;
        std::size_t taken_ = 0;
    };

private:
    std::size_t const limit_;
    std::atomic<std::size_t> used_ = 0;
};

}  // namespace crossroads
