#include "storage/line_reader.hpp"

#include "storage/journal_line.hpp"

namespace crossroads {
namespace {

constexpr std::size_t piece_size = std::size_t{1024} * 1024;

}  // namespace

line_reader::line_reader(disk_reader& from)
    : from_(from), piece_(std::make_unique_for_overwrite<char[]>(piece_size))
{}

result<std::optional<raw_line>> line_reader::next()
{
    drop_consumed();
    ++number_;
    std::size_t searched = start_;
    bool too_long = false;
    for (;;) {
        std::size_t const end = buffer_.find('\n', searched);
        if (end != std::string::npos) {
            std::size_t const size = too_long ? line_limit : end - start_;
            raw_line const line{
                std::string_view(buffer_).substr(start_, size), number_, !too_long && size <= line_limit};
            start_ = end + 1;
            return line;
        }
        if (buffer_.size() - start_ > line_limit) {
            too_long = true;
            buffer_.resize(start_ + line_limit);
        }
        searched = buffer_.size();
        if (auto const failed = read_more())
            return failed;
        if (at_end_)
            break;
    }
    if (start_ == buffer_.size())
        return std::optional<raw_line>{};
    raw_line const line{std::string_view(buffer_).substr(start_), number_, false};
    start_ = buffer_.size();
    return line;
}

error_code line_reader::read_more()
{
    auto const got = from_.read(piece_.get(), piece_size);
    if (!got)
        return got.error();
    buffer_.append(piece_.get(), *got);
    at_end_ = *got == 0;
    return {};
}

void line_reader::drop_consumed()
{
    if (start_ < piece_size)
        return;
    buffer_.erase(0, start_);
    start_ = 0;
}

}  // namespace crossroads
