#pragma once

#include "simulation/simulated_machine.hpp"
#include "support/simulated_disk.hpp"

#include <boost/system/errc.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <utility>

namespace crossroads::simulation {

/// What a process has of its disk: nothing once it was killed, and now and then it has to wait for a sync.
struct disk_access {
    bool severed = false;
    std::uint64_t slow_sync_one_in = 0;  // 0: none
    random_source random{0};
};

/// The simulated disk as one process sees it.
class process_disk final : public disk {
public:
    process_disk(simulated_platter& platter, disk_access& access) : real_(platter), access_(access) {}

    result<std::vector<std::string>> list() override
    {
        if (access_.severed)
            return gone();
        return real_.list();
    }

    result<std::unique_ptr<disk_file>> create(std::string const& name) override
    {
        if (access_.severed)
            return gone();
        auto created = real_.create(name);
        if (!created)
            return created.error();
        return std::unique_ptr<disk_file>(std::make_unique<file>(std::move(*created), access_));
    }

    result<std::unique_ptr<disk_reader>> open(std::string const& name) override
    {
        if (access_.severed)
            return gone();
        return real_.open(name);
    }

    error_code rename(std::string const& from, std::string const& to) override
    {
        return access_.severed ? gone() : real_.rename(from, to);
    }

    error_code remove(std::string const& name) override
    {
        return access_.severed ? gone() : real_.remove(name);
    }

    error_code sync_directory() override { return access_.severed ? gone() : real_.sync_directory(); }

    result<disk_space> space() override
    {
        if (access_.severed)
            return gone();
        return real_.space();
    }

private:
    static error_code gone() { return make_error_code(boost::system::errc::io_error); }

    class file final : public disk_file {
    public:
        file(std::unique_ptr<disk_file> real, disk_access& access) : real_(std::move(real)), access_(access)
        {}

        error_code append(std::string_view bytes) override
        {
            return access_.severed ? gone() : real_->append(bytes);
        }

        error_code sync() override
        {
            if (access_.severed)
                return gone();
            if (access_.slow_sync_one_in > 0 && access_.random.one_in(access_.slow_sync_one_in))
                simulated_machine::set(
                    simulated_machine::now() + std::chrono::milliseconds(access_.random.below(4'000)));
            return real_->sync();
        }

    private:
        std::unique_ptr<disk_file> real_;
        disk_access& access_;
    };

    simulated_disk real_;
    disk_access& access_;
};

}  // namespace crossroads::simulation
