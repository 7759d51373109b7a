#pragma once

#include "storage/disk.hpp"
#include "support/random_source.hpp"

#include <boost/system/errc.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossroads {

/// What goes wrong with a simulated disk, and which promises it breaks.
struct disk_faults {
    std::uint64_t operations_until_power_cut = 0;  // 0: none; then everything fails until power_on()
    std::uint64_t failed_sync_one_in = 0;          // 0: none
    std::uint64_t capacity = 0;                    // bytes; 0: no limit
    bool ignores_sync = false;                     // says synced and is not
    bool ignores_directory_sync = false;
};

/// A disk with a page cache, for tests. A power cut loses, for each file, any of the 512-byte sectors that
/// were not synced (old content, zeros or garbage instead) and any of the creations, renames and removals
/// that were not. A failed sync writes some sectors and calls all of them clean, as Linux does. Everything
/// random comes from one seed.
class simulated_platter {
public:
    explicit simulated_platter(std::uint64_t seed) : random_(seed) {}

    disk_faults faults;

    bool has_power() const { return power_; }

    /// A power cut, now: what was not synced is lost or not. Then the power is on again.
    void power_cycle()
    {
        for (auto const& change : unsynced_names_) {
            if (random_.one_in(2))
                change.apply(stable_names_);
        }
        unsynced_names_.clear();
        names_ = stable_names_;
        for (auto const& [name, file] : names_)
            file->lose_power(random_);
        power_ = true;
    }

    /// Flips one bit of what is stored, of one file.
    void flip_bit()
    {
        auto const chosen =
            std::next(names_.begin(), static_cast<std::ptrdiff_t>(random_.below(names_.size())));
        auto& file = *chosen->second;
        if (file.content.empty())
            return;
        std::uint64_t const at = random_.below(file.content.size());
        file.content[at] = static_cast<char>(file.content[at] ^ (1 << random_.below(8)));
        file.stable = file.content;
    }

    /// The same files on a disk of its own.
    simulated_platter copy(std::uint64_t seed) const
    {
        simulated_platter other(seed);
        for (auto const& [name, file] : names_) {
            auto duplicate = std::make_shared<inode>(*file);
            other.names_[name] = duplicate;
            other.stable_names_[name] = duplicate;
        }
        return other;
    }

    std::map<std::string, std::string> contents() const
    {
        std::map<std::string, std::string> all;
        for (auto const& [name, file] : names_)
            all[name] = file->content;
        return all;
    }

    /// A file that has been on the disk all along.
    void put(std::string const& name, std::string content)
    {
        auto file = std::make_shared<inode>();
        file->content = file->stable = std::move(content);
        names_[name] = stable_names_[name] = std::move(file);
    }

private:
    friend class simulated_disk;

    static constexpr std::size_t sector = 512;

    struct inode {
        std::string content;  // as programs see it
        std::string stable;   // what a power cut leaves for certain
        std::set<std::size_t> dirty;

        void append(std::string_view bytes)
        {
            if (bytes.empty())
                return;
            std::size_t const first = content.size() / sector;
            content += bytes;
            for (std::size_t i = first; i * sector < content.size(); ++i)
                dirty.insert(i);
        }

        void write_back(std::size_t index)
        {
            std::size_t const start = index * sector;
            std::size_t const size = std::min(sector, content.size() - start);
            if (stable.size() < start + size)
                stable.resize(start + size, '\0');
            stable.replace(start, size, content, start, size);
        }

        void write_back_some(random_source& random)
        {
            for (std::size_t const index : dirty) {
                std::size_t const start = index * sector;
                if (random.one_in(2))
                    write_back(index);
                else if (stable.size() <= start && random.one_in(4))
                    stable.append(start - stable.size(), '\0')
                        .append(sector / 2, static_cast<char>(random.next()));
            }
            dirty.clear();
        }

        void lose_power(random_source& random)
        {
            write_back_some(random);
            content = stable;
        }
    };

    using name_table = std::map<std::string, std::shared_ptr<inode>>;

    /// One change of the directory: `name` is taken away, or comes to stand for `file`.
    struct name_change {
        std::string removed;
        std::string added;
        std::shared_ptr<inode> file;

        void apply(name_table& names) const
        {
            if (!removed.empty())
                names.erase(removed);
            if (!added.empty())
                names[added] = file;
        }
    };

    void change(name_change change)
    {
        change.apply(names_);
        unsynced_names_.push_back(std::move(change));
    }

    /// Counts one operation; false when the power is off from here on.
    bool goes_on()
    {
        if (power_ && faults.operations_until_power_cut > 0 && --faults.operations_until_power_cut == 0)
            power_ = false;
        return power_;
    }

    bool sync_fails() { return faults.failed_sync_one_in > 0 && random_.one_in(faults.failed_sync_one_in); }

    std::uint64_t used() const
    {
        std::uint64_t bytes = 0;
        for (auto const& [name, file] : names_)
            bytes += file->content.size();
        return bytes;
    }

    random_source random_;
    name_table names_;
    name_table stable_names_;
    std::vector<name_change> unsynced_names_;
    bool power_ = true;
};

/// A process's view of the platter.
class simulated_disk final : public disk {
public:
    explicit simulated_disk(simulated_platter& platter) : platter_(platter) {}

    result<std::vector<std::string>> list() override
    {
        if (!platter_.goes_on())
            return broken();
        std::vector<std::string> names;
        for (auto const& [name, inode] : platter_.names_)
            names.push_back(name);
        return names;
    }

    result<std::unique_ptr<disk_file>> create(std::string const& name) override
    {
        if (!platter_.goes_on())
            return broken();
        auto inode = std::make_shared<simulated_platter::inode>();
        platter_.change({{}, name, inode});
        return std::unique_ptr<disk_file>(std::make_unique<file>(platter_, std::move(inode)));
    }

    result<std::unique_ptr<disk_reader>> open(std::string const& name) override
    {
        auto const found = platter_.names_.find(name);
        if (!platter_.goes_on() || found == platter_.names_.end())
            return broken();
        return std::unique_ptr<disk_reader>(std::make_unique<reader>(found->second));
    }

    error_code rename(std::string const& from, std::string const& to) override
    {
        auto const found = platter_.names_.find(from);
        if (!platter_.goes_on() || found == platter_.names_.end())
            return broken();
        platter_.change({from, to, found->second});
        return {};
    }

    error_code remove(std::string const& name) override
    {
        if (!platter_.goes_on() || !platter_.names_.contains(name))
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

    class file final : public disk_file {
    public:
        file(simulated_platter& platter, std::shared_ptr<simulated_platter::inode> inode)
            : platter_(platter), inode_(std::move(inode))
        {}

        error_code append(std::string_view bytes) override
        {
            bool const had_power = platter_.has_power();
            std::uint64_t room = bytes.size();
            if (platter_.faults.capacity > 0)
                room = std::min(
                    room, platter_.faults.capacity - std::min(platter_.faults.capacity, platter_.used()));
            if (!platter_.goes_on())
                room = had_power ? std::min(room, platter_.random_.below(bytes.size() + 1)) : 0;
            inode_->append(bytes.substr(0, room));
            if (!platter_.has_power())
                return broken();
            return room < bytes.size() ? make_error_code(boost::system::errc::no_space_on_device)
                                       : error_code{};
        }

        error_code sync() override
        {
            if (!platter_.goes_on())
                return broken();
            if (platter_.sync_fails()) {
                inode_->write_back_some(platter_.random_);
                return broken();
            }
            if (platter_.faults.ignores_sync)
                return {};
            for (std::size_t const index : std::exchange(inode_->dirty, {}))
                inode_->write_back(index);
            return {};
        }

    private:
        simulated_platter& platter_;
        std::shared_ptr<simulated_platter::inode> inode_;
    };

    class reader final : public disk_reader {
    public:
        explicit reader(std::shared_ptr<simulated_platter::inode const> inode) : inode_(std::move(inode)) {}

        result<std::size_t> read(char* into, std::size_t size) override
        {
            std::size_t const got = inode_->content.copy(into, size, at_);
            at_ += got;
            return got;
        }

    private:
        std::shared_ptr<simulated_platter::inode const> inode_;
        std::size_t at_ = 0;
    };

    simulated_platter& platter_;
};

}  // namespace crossroads
