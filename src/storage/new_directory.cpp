#include "storage/new_directory.hpp"

#include "storage/posix_disk.hpp"
#include "storage/storage_failure.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace crossroads {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(fs::path const& path, std::string_view what)
{
    throw storage_failure(failure_kind::unusable, fmt::format("{}: {}", path.string(), what));
}

fs::path without_slash_at_the_end(fs::path const& path)
{
    auto const plain = path.lexically_normal();
    return plain.has_filename() ? plain : plain.parent_path();
}

fs::path parent_of(fs::path const& path)
{
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

void require_free(fs::path const& wanted)
{
    std::error_code failed;
    auto const status = fs::symlink_status(wanted, failed);
    if (status.type() == fs::file_type::not_found)
        return;
    bool const empty = fs::is_directory(status) && fs::is_empty(wanted, failed);
    if (failed)
        refuse(wanted, failed.message());
    if (!empty)
        refuse(wanted, "it exists and is not an empty directory: give a new name");
}

fs::path make_partial(fs::path const& wanted)
{
    std::string path = wanted.string() + ".partial-XXXXXX";
    if (::mkdtemp(path.data()) == nullptr)
        refuse(wanted, std::system_category().message(errno));
    return path;
}

}  // namespace

new_directory::new_directory(fs::path const& wanted) : wanted_(without_slash_at_the_end(wanted))
{
    require_free(wanted_);
    partial_ = make_partial(wanted_);
    files_ = open_posix_disk_beside(partial_.string());
}

new_directory::~new_directory()
{
    if (partial_.empty())
        return;
    std::error_code ignored;  // its name says that it is not complete
    fs::remove_all(partial_, ignored);
}

void new_directory::publish()
{
    std::error_code failed;
    fs::rename(partial_, wanted_, failed);
    if (failed)
        refuse(wanted_, failed.message() + ": give a name that does not exist yet");
    partial_.clear();
    auto const parent = open_posix_disk_beside(parent_of(wanted_).string());
    if (auto const unsynced = parent->sync_directory())
        refuse(wanted_, unsynced.message());
}

}  // namespace crossroads
