#include "teams/app_package.hpp"

#include <memory>
#include <zip.h>

namespace crossroads::teams {
namespace {

struct discards {
    void operator()(zip_t* one) const { zip_discard(one); }
};

std::string error_of(zip_t* archive)
{
    return zip_strerror(archive);
}

std::string error_of(int code)
{
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return text;
}

/// The archive takes a source over only when it succeeds.
bool add(zip_t* into, std::string const& name, std::string const& content)
{
    auto* const source = zip_source_buffer(into, content.data(), content.size(), 0);
    if (source == nullptr)
        return false;
    auto const place = zip_file_add(into, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (place < 0)
        zip_source_free(source);
    return place >= 0;
}

}  // namespace

std::string write_zip(std::string const& path, std::map<std::string, std::string> const& contents)
{
    int code = 0;
    std::unique_ptr<zip_t, discards> archive{zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code)};
    if (!archive)
        return error_of(code);
    for (auto const& [name, content] : contents)
        if (!add(archive.get(), name, content))
            return error_of(archive.get());
    // It writes beside the file and renames.
    if (zip_close(archive.get()) != 0)
        return error_of(archive.get());
    static_cast<void>(archive.release());
    return {};
}

}  // namespace crossroads::teams
