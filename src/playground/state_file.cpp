#include "playground/state_file.hpp"

#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <system_error>
#include <unistd.h>

namespace crossroads {
namespace {

[[noreturn]] void fail(std::filesystem::path const& path)
{
    throw std::system_error(errno, std::generic_category(), path.string());
}

/// A file or folder held open; it is closed at the end.
class descriptor {
public:
    descriptor(std::filesystem::path const& path, int flags)
        : number_(::open(path.c_str(), flags | O_CLOEXEC, 0600))
    {
        if (number_ < 0)
            fail(path);
    }

    ~descriptor() { ::close(number_); }

    descriptor(descriptor const&) = delete;
    descriptor& operator=(descriptor const&) = delete;

    int number() const { return number_; }

private:
    int number_;
};

void write_durably(std::filesystem::path const& path, std::string_view content)
{
    descriptor const file(path, O_WRONLY | O_CREAT | O_TRUNC);
    while (!content.empty()) {
        auto const written = ::write(file.number(), content.data(), content.size());
        if (written < 0 && errno != EINTR)
            fail(path);
        content.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    if (::fsync(file.number()) != 0)
        fail(path);
}

}  // namespace

std::optional<std::string> state_file::read() const
{
    if (!std::filesystem::exists(path_))
        return std::nullopt;
    std::ifstream file(path_, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file)
        throw std::system_error(std::make_error_code(std::errc::io_error), path_.string());
    return content;
}

void state_file::replace(std::string_view content) const
{
    auto const folder = path_.has_parent_path() ? path_.parent_path() : std::filesystem::path(".");
    std::filesystem::create_directories(folder);
    auto fresh = path_;
    fresh += ".new";
    write_durably(fresh, content);
    std::filesystem::rename(fresh, path_);
    descriptor const opened(folder, O_RDONLY | O_DIRECTORY);
    if (::fsync(opened.number()) != 0)
        fail(folder);
}

}  // namespace crossroads
