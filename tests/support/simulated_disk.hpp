#pragma once

#include "storage/disk.hpp"
#include "support/simulated_platter.hpp"

#include <boost/system/errc.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossroads {

/// A process's view of the platter.
class simulated_disk final : public disk {
public:
    explicit simulated_disk(simulated_platter& platter) : platter_(platter) {}

    result<std::vector<std::string>> list() override
    {
        if (!works())
            return broken();
        std::vector<std::string> names;
        for (auto const& [name, inode] : platter_.names_)
            names.push_back(name);
        return names;
    }

    result<std::unique_ptr<disk_file>> create(std::string const& name) override
    {
        if (!works())
            return broken();
        auto inode = std::make_shared<simulated_platter::inode>();
        platter_.change({{}, name, inode});
        return std::unique_ptr<disk_file>(std::make_unique<file>(platter_, std::move(inode)));
    }

    result<std::unique_ptr<disk_reader>> open(std::string const& name) override
    {
        auto const found = platter_.names_.find(name);
        if (!works() || found == platter_.names_.end())
            return broken();
        return std::unique_ptr<disk_reader>(std::make_unique<reader>(platter_, found->second));
    }

    error_code rename(std::string const& from, std::string const& to) override
    {
        auto const found = platter_.names_.find(from);
        if (!works() || found == platter_.names_.end())
            return broken();
        platter_.change({from, to, found->second});
        return {};
    }

    error_code remove(std::string const& name) override
    {
        if (!works() || !platter_.names_.contains(name))
            return broken();
        platter_.change({name, {}, nullptr});
        return {};
    }

    error_code sync_directory() override
    {
        if (!platter_.goes_on() || platter_.sync_fails())
            return broken();
        if (platter_.faults.ignores_directory_sync)
            return {};
        for (auto const& change : platter_.unsynced_names_)
            change.apply(platter_.stable_names_);
        platter_.unsynced_names_.clear();
        return {};
    }

    result<disk_space> space() override
    {
        std::uint64_t const total = platter_.faults.capacity;
        if (total == 0)
            return disk_space{std::uint64_t{1} << 40U, std::uint64_t{1} << 40U};
        return disk_space{total - std::min(total, platter_.used()), total};
    }

private:
    static error_code broken() { return make_error_code(boost::system::errc::io_error); }

    bool works() { return platter_.goes_on() && !platter_.operation_fails(); }

    class file final : public disk_file {
    public:
        file(simulated_platter& platter, std::shared_ptr<simulated_platter::inode> inode)
            : platter_(platter), inode_(std::move(inode))
        {}

        error_code append(std::string_view bytes) override
        {
            bool const had_power = platter_.has_power();
            std::uint64_t const room = room_for(bytes.size());
            if (!platter_.goes_on() || platter_.operation_fails()) {
                if (had_power)
                    inode_->append(bytes.substr(0, std::min(room, platter_.random_.below(bytes.size() + 1))));
                return broken();
            }
            inode_->append(bytes.substr(0, room));
            if (room == bytes.size())
                return {};
            ++platter_.seen.full;
            return make_error_code(boost::system::errc::no_space_on_device);
        }

        error_code sync() override
        {
            if (!platter_.goes_on())
                return broken();
            if (platter_.sync_fails()) {
                inode_->fail_sync(platter_.random_, platter_.seen);
                return broken();
            }
            if (platter_.faults.ignores_sync)
                return {};
            for (std::size_t const index : std::exchange(inode_->dirty, {}))
                inode_->write_back(index);
            return {};
        }

    private:
        std::uint64_t room_for(std::uint64_t bytes) const
        {
            std::uint64_t const capacity = platter_.faults.capacity;
            return capacity == 0 ? bytes : std::min(bytes, capacity - std::min(capacity, platter_.used()));
        }

        simulated_platter& platter_;
        std::shared_ptr<simulated_platter::inode> inode_;
    };

    class reader final : public disk_reader {
    public:
        reader(simulated_platter& platter, std::shared_ptr<simulated_platter::inode const> inode)
            : platter_(platter), inode_(std::move(inode))
        {}

        result<std::size_t> read(char* into, std::size_t size) override
        {
            if (!platter_.goes_on() || platter_.operation_fails())
                return broken();
            std::size_t const got = inode_->content.copy(into, size, at_);
            at_ += got;
            return got;
        }

    private:
        simulated_platter& platter_;
        std::shared_ptr<simulated_platter::inode const> inode_;
        std::size_t at_ = 0;
    };

    simulated_platter& platter_;
};

}  // namespace crossroads
