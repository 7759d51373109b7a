#include "playground/files.hpp"

#include <algorithm>
#include <string>

namespace crossroads::playground {
namespace {

http_response text(unsigned status, std::string words)
{
    return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, std::move(words)};
}

/// The value of `boundary=` of a multipart form, or empty.
std::string_view boundary_of(std::string_view content_type)
{
    constexpr std::string_view name = "boundary=";
    auto const at = content_type.find(name);
    if (!content_type.starts_with("multipart/form-data") || at == std::string_view::npos)
        return {};
    auto value = content_type.substr(at + name.size());
    value = value.substr(0, value.find(';'));
    if (value.size() > 1 && value.starts_with('"') && value.ends_with('"'))
        value = value.substr(1, value.size() - 2);
    return value;
}

/// The content of the first part of a multipart form (RFC 7578); none if it has no such part.
std::optional<std::string> first_part(std::string_view body, std::string_view boundary)
{
    auto const opening = std::string("--").append(boundary).append("\r\n");
    auto const closing = std::string("\r\n--").append(boundary);
    if (!body.starts_with(opening))
        return std::nullopt;
    auto const begin = body.find("\r\n\r\n", opening.size() - 2);
    if (begin == std::string_view::npos)
        return std::nullopt;
    auto const end = body.find(closing, begin + 4);
    if (end == std::string_view::npos)
        return std::nullopt;
    return std::string(body.substr(begin + 4, end - begin - 4));
}

std::optional<std::string> bytes_of(http_request const& request)
{
    auto const type = find_header(request.headers, "content-type").value_or("");
    auto const boundary = boundary_of(type);
    return boundary.empty() ? request.body : first_part(request.body, boundary);
}

/// Only what can stand in a header and a path as it is.
std::string plain_name(std::string const& name)
{
    std::string plain;
    for (char const each : name) {
        bool const letter = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
        bool const fits = letter || (each >= '0' && each <= '9') || each == '-' || each == '_' || each == '.';
        plain += fits ? each : '_';
    }
    return plain;
}

}  // namespace

http_response take_upload(workspace& in, std::string_view secret, http_request const& request)
{
    auto const found = std::ranges::find_if(in.files, [secret](auto const& entry) {
        return entry.second.secret == secret && !entry.second.uploaded;
    });
    if (secret.empty() || found == in.files.end())
        return text(404, "file_not_found");
    auto bytes = bytes_of(request);
    if (!bytes || bytes->size() != found->second.length)
        return text(400, "the length is not the one announced");
    auto& file = found->second;
    file.bytes = *std::move(bytes);
    file.uploaded = true;
    mark_changed(in);
    return text(200, "OK - " + std::to_string(file.bytes.size()));
}

std::optional<http_response> file_download(workspace const& in, std::string_view id)
{
    auto const found = in.files.find(std::string(id));
    if (found == in.files.end() || !found->second.published)
        return std::nullopt;
    auto const& file = found->second;
    http_response response;
    response.headers = {
        {"Content-Type", is_png(file) ? "image/png" : "application/octet-stream"},
        {"Content-Disposition", "attachment; filename=\"" + plain_name(file.name) + "\""},
        {"Content-Security-Policy", "default-src 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Cache-Control", "no-store"}};
    response.body = file.bytes;
    return response;
}

bool is_png(uploaded_file const& file)
{
    return file.bytes.starts_with("\x89PNG\r\n\x1a\n");
}

std::string file_path(uploaded_file const& file)
{
    return "/playground/files/" + file.id + "/" + plain_name(file.name);
}

json slack_file(uploaded_file const& file)
{
    auto const url = file_path(file);
    json shape{
        {"id", file.id},
        {"created", file.created},
        {"timestamp", file.created},
        {"name", file.name},
        {"title", file.title},
        {"mode", "hosted"},
        {"is_external", false},
        {"size", file.bytes.size()},
        {"url_private", url},
        {"url_private_download", url},
        {"permalink", url}};
    if (!file.alt_text.empty())
        shape["alt_txt"] = file.alt_text;
    return shape;
}

}  // namespace crossroads::playground
