#include "storage/posix_disk.hpp"

#include "storage/storage_failure.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace crossroads {
namespace {

error_code last_error()
{
    return {errno, boost::system::system_category()};
}

class descriptor {
public:
    explicit descriptor(int number) : number_(number) {}

    descriptor(descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

    descriptor(descriptor const&) = delete;
    descriptor& operator=(descriptor const&) = delete;
    descriptor& operator=(descriptor&&) = delete;

    ~descriptor()
    {
        if (number_ >= 0)
            ::close(number_);
    }

    int get() const { return number_; }

    bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

class posix_file final : public disk_file {
public:
    explicit posix_file(descriptor file) : file_(std::move(file)) {}

    error_code append(std::string_view bytes) override
    {
        while (!bytes.empty()) {
            ssize_t const written = ::write(file_.get(), bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR)
                return last_error();
            if (written > 0)
                bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return {};
    }

    error_code sync() override
    {
        if (::fdatasync(file_.get()) != 0)
            return last_error();
        return {};
    }

private:
    descriptor file_;
};

class posix_reader final : public disk_reader {
public:
    explicit posix_reader(descriptor file) : file_(std::move(file)) {}

    result<std::size_t> read(char* into, std::size_t size) override
    {
        for (;;) {
            ssize_t const got = ::read(file_.get(), into, size);
            if (got >= 0)
                return static_cast<std::size_t>(got);
            if (errno != EINTR)
                return last_error();
        }
    }

private:
    descriptor file_;
};

class posix_disk final : public disk {
public:
    posix_disk(descriptor directory, descriptor lock)
        : directory_(std::move(directory)), lock_(std::move(lock))
    {}

    result<std::vector<std::string>> list() override
    {
        int const copy = ::openat(directory_.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (copy < 0)
            return last_error();
        std::unique_ptr<DIR, int (*)(DIR*)> const entries(::fdopendir(copy), &::closedir);
        if (!entries) {
            error_code const failed = last_error();
            ::close(copy);
            return failed;
        }
        std::vector<std::string> names;
        errno = 0;
        // Each call has a stream of its own: readdir shares nothing between threads then.
        while (dirent const* entry = ::readdir(entries.get())) {  // NOLINT(concurrency-mt-unsafe)
            if (entry->d_type != DT_DIR)
                names.emplace_back(static_cast<char const*>(entry->d_name));
        }
        if (errno != 0)
            return last_error();
        return names;
    }

    result<std::unique_ptr<disk_file>> create(std::string const& name) override
    {
        int const flags = O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_NOFOLLOW | O_CLOEXEC;
        descriptor file(::openat(directory_.get(), name.c_str(), flags, S_IRUSR | S_IWUSR));
        if (!file.is_open())
            return last_error();
        return std::unique_ptr<disk_file>(std::make_unique<posix_file>(std::move(file)));
    }

    result<std::unique_ptr<disk_reader>> open(std::string const& name) override
    {
        descriptor file(::openat(directory_.get(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
        if (!file.is_open())
            return last_error();
        return std::unique_ptr<disk_reader>(std::make_unique<posix_reader>(std::move(file)));
    }

    error_code rename(std::string const& from, std::string const& to) override
    {
        if (::renameat(directory_.get(), from.c_str(), directory_.get(), to.c_str()) != 0)
            return last_error();
        return {};
    }

    error_code remove(std::string const& name) override
    {
        if (::unlinkat(directory_.get(), name.c_str(), 0) != 0)
            return last_error();
        return {};
    }

    error_code sync_directory() override
    {
        if (::fsync(directory_.get()) != 0)
            return last_error();
        return {};
    }

    result<disk_space> space() override
    {
        struct statvfs found = {};
        if (::fstatvfs(directory_.get(), &found) != 0)
            return last_error();
        return disk_space{found.f_bavail * found.f_frsize, found.f_blocks * found.f_frsize};
    }

private:
    descriptor directory_;
    descriptor lock_;
};

[[noreturn]] void refuse(std::string const& path, std::string_view what)
{
    throw storage_failure(
        failure_kind::unusable, fmt::format("{}: {}: {}", path, what, last_error().message()));
}

/// A directory that was just made survives a power cut only once the one it is in was synced.
void sync_parent(std::string const& path, descriptor const& directory)
{
    descriptor const parent(::openat(directory.get(), "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!parent.is_open() || ::fsync(parent.get()) != 0)
        refuse(path, "cannot make the data directory durable");
}

std::string holder_of(descriptor const& lock)
{
    std::array<char, 32> text = {};
    ssize_t const size = ::pread(lock.get(), text.data(), text.size(), 0);
    return size > 0
               ? fmt::format(" (process {})", std::string_view(text.data(), static_cast<std::size_t>(size)))
               : std::string();
}

void name_holder(descriptor const& lock)
{
    std::string const self = fmt::format("{}", ::getpid());
    if (::ftruncate(lock.get(), 0) != 0 || ::pwrite(lock.get(), self.data(), self.size(), 0) < 0)
        spdlog::warn("LOCK: cannot write the process number: {}", last_error().message());
}

descriptor open_directory(std::string const& path)
{
    descriptor directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.is_open())
        refuse(path, "cannot open the data directory");
    return directory;
}

void take_lock(std::string const& path, descriptor const& lock)
{
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) == 0)
        return;
    if (errno != EWOULDBLOCK)
        refuse(path, "cannot lock LOCK");
    throw storage_failure(
        failure_kind::in_use,
        fmt::format("{}: the data directory is in use by another process{}", path, holder_of(lock)));
}

}  // namespace

std::unique_ptr<disk> open_posix_disk(std::string const& path)
{
    bool const made = ::mkdir(path.c_str(), S_IRWXU) == 0;
    if (!made && errno != EEXIST)
        refuse(path, "cannot make the data directory");
    auto directory = open_directory(path);
    if (made)
        sync_parent(path, directory);
    struct stat found = {};
    if (::fstat(directory.get(), &found) == 0 && (found.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        spdlog::warn("{}: others than its owner can reach the data directory; chmod 0700 it", path);

    descriptor lock(
        ::openat(directory.get(), "LOCK", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!lock.is_open())
        refuse(path, "cannot open LOCK");
    take_lock(path, lock);
    name_holder(lock);
    return std::make_unique<posix_disk>(std::move(directory), std::move(lock));
}

std::unique_ptr<disk> open_posix_disk_beside(std::string const& path)
{
    return std::make_unique<posix_disk>(open_directory(path), descriptor(-1));
}

std::unique_ptr<disk> open_posix_disk_at_rest(std::string const& path)
{
    auto directory = open_directory(path);
    // Without a LOCK no service was ever here: there is nobody to keep out.
    descriptor lock(::openat(directory.get(), "LOCK", O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (lock.is_open())
        take_lock(path, lock);
    else if (errno != ENOENT)
        refuse(path, "cannot open LOCK");
    return std::make_unique<posix_disk>(std::move(directory), std::move(lock));
}

}  // namespace crossroads
