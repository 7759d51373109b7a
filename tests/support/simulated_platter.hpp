#pragma once

#include "support/random_source.hpp"

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
    std::uint64_t operations_until_power_cut = 0;  // 0: none; then everything fails until power_cycle()
    std::uint64_t failed_sync_one_in = 0;          // 0: none
    std::uint64_t failed_operation_one_in = 0;     // any but a sync; 0: none
    std::uint64_t capacity = 0;                    // bytes; 0: no limit
    bool ignores_sync = false;                     // says synced and is not
    bool ignores_directory_sync = false;

    bool any() const
    {
        return operations_until_power_cut > 0 || failed_sync_one_in > 0 || failed_operation_one_in > 0 ||
               capacity > 0;
    }
};

/// How often what a disk can do to a program has happened.
struct disk_mishaps {
    std::uint64_t operations = 0, power_cuts = 0, failed_syncs = 0, failed_operations = 0, full = 0;
    std::uint64_t lost_sectors = 0, torn_sectors = 0, dropped_pages = 0;
    std::uint64_t lost_creations = 0, lost_renames = 0, lost_removals = 0;
    std::uint64_t flipped_bits = 0, cut_files = 0, missing_files = 0, missing_lines = 0;

    void add(disk_mishaps const& others)
    {
        operations += others.operations;
        power_cuts += others.power_cuts;
        failed_syncs += others.failed_syncs;
        failed_operations += others.failed_operations;
        full += others.full;
        lost_sectors += others.lost_sectors;
        torn_sectors += others.torn_sectors;
        dropped_pages += others.dropped_pages;
        lost_creations += others.lost_creations;
        lost_renames += others.lost_renames;
        lost_removals += others.lost_removals;
        flipped_bits += others.flipped_bits;
        cut_files += others.cut_files;
        missing_files += others.missing_files;
        missing_lines += others.missing_lines;
    }
};

/// A disk with a page cache, for tests. A power cut loses, for each file, any of the 512-byte sectors that
/// were not synced (old content, zeros, garbage or half of the new content instead) and any of the
/// creations, renames and removals that were not. A failed sync writes some sectors and calls all of them
/// clean, as Linux does, which may then drop pages it did not write: the old content is read again.
/// Everything random comes from one seed.
class simulated_platter {
public:
    explicit simulated_platter(std::uint64_t seed) : random_(seed) {}

    disk_faults faults;
    disk_mishaps seen;

    bool has_power() const { return power_; }

    /// A power cut, now: what was not synced is lost or not. Then the power is on again.
    void power_cycle()
    {
        ++seen.power_cuts;
        for (auto const& change : unsynced_names_) {
            if (random_.one_in(2))
                change.apply(stable_names_);
            else
                ++(seen.*change.when_lost());
        }
        unsynced_names_.clear();
        names_ = stable_names_;
        for (auto const& [name, file] : names_)
            file->lose_power(random_, seen);
        power_ = true;
    }

    /// Flips one bit of what is stored, of one file.
    void flip_bit()
    {
        auto& file =
            *std::next(names_.begin(), static_cast<std::ptrdiff_t>(random_.below(names_.size())))->second;
        if (file.content.empty())
            return;
        std::uint64_t const at = random_.below(file.content.size());
        file.content[at] = static_cast<char>(file.content[at] ^ (1 << random_.below(8)));
        file.stable = file.content;
        ++seen.flipped_bits;
    }

    /// Cuts the file off somewhere.
    void cut(std::string const& name)
    {
        auto& file = *names_.at(name);
        file.content.resize(random_.below(file.content.size()));
        file.stable = file.content;
        ++seen.cut_files;
    }

    /// Takes one whole line out of the file, any but the last.
    void drop_line(std::string const& name)
    {
        auto& file = *names_.at(name);
        std::vector<std::size_t> starts(1, 0);
        for (std::size_t end = file.content.find('\n'); end + 1 < file.content.size();
             end = file.content.find('\n', end + 1))
            starts.push_back(end + 1);
        if (starts.size() < 2)
            return;
        std::size_t const chosen = random_.below(starts.size() - 1);
        file.content.erase(starts[chosen], starts[chosen + 1] - starts[chosen]);
        file.stable = file.content;
        ++seen.missing_lines;
    }

    /// Somebody deletes the file, and that is durable.
    void lose(std::string const& name)
    {
        names_.erase(name);
        stable_names_.erase(name);
        ++seen.missing_files;
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

        void write_back_some(random_source& random, disk_mishaps& met)
        {
            for (std::size_t const index : dirty) {
                if (random.one_in(2))
                    write_back(index);
                else if (random.one_in(4))
                    tear(index, random, met);
                else
                    ++met.lost_sectors;
            }
            dirty.clear();
        }

        /// Half of the sector is written, or garbage where nothing was. What was synced before stays: a
        /// disk finishes the sector it is at.
        void tear(std::size_t index, random_source& random, disk_mishaps& met)
        {
            ++met.torn_sectors;
            std::size_t const start = index * sector;
            if (stable.size() <= start && random.one_in(2)) {
                stable.resize(start, '\0');
                stable.append(sector / 2, static_cast<char>(random.next()));
                return;
            }
            std::size_t const size = std::min(sector / 2, content.size() - start);
            if (stable.size() >= start + size)
                return;
            stable.resize(start + size, '\0');
            stable.replace(start, size, content, start, size);
        }

        void fail_sync(random_source& random, disk_mishaps& met)
        {
            write_back_some(random, met);
            if (!random.one_in(2))
                return;
            stable.resize(content.size(), '\0');
            met.dropped_pages += content == stable ? 0U : 1U;
            content = stable;
        }

        void lose_power(random_source& random, disk_mishaps& met)
        {
            write_back_some(random, met);
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

        std::uint64_t disk_mishaps::*when_lost() const
        {
            if (removed.empty())
                return &disk_mishaps::lost_creations;
            return added.empty() ? &disk_mishaps::lost_removals : &disk_mishaps::lost_renames;
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
        ++seen.operations;
        if (power_ && faults.operations_until_power_cut > 0 && --faults.operations_until_power_cut == 0)
            power_ = false;
        return power_;
    }

    bool sync_fails() { return fails(faults.failed_sync_one_in, seen.failed_syncs); }

    bool operation_fails() { return fails(faults.failed_operation_one_in, seen.failed_operations); }

    bool fails(std::uint64_t one_in, std::uint64_t& count)
    {
        bool const failed = one_in > 0 && random_.one_in(one_in);
        count += failed ? 1U : 0U;
        return failed;
    }

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

}  // namespace crossroads
