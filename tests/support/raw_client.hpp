#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unistd.h>

namespace crossroads {

/// A blocking TCP client on loopback that sends exactly the bytes a test wants, and waits at most ten
/// seconds.
class raw_client {
public:
    explicit raw_client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        timeval const limit{.tv_sec = 10, .tv_usec = 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr const*>(&to), sizeof to) != 0)
            throw std::runtime_error("cannot connect to the server under test");
    }

    ~raw_client() { ::close(socket_); }

    raw_client(raw_client const&) = delete;
    raw_client& operator=(raw_client const&) = delete;

    /// False when the other side has closed.
    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    void send_no_more() { ::shutdown(socket_, SHUT_WR); }

    /// What comes next; empty at the end of the stream or after ten seconds.
    std::string read_some()
    {
        std::array<char, 16384> bytes{};
        auto const size = ::recv(socket_, bytes.data(), bytes.size(), 0);
        return size > 0 ? std::string(bytes.data(), static_cast<std::size_t>(size)) : std::string();
    }

    /// Everything up to the end of the stream.
    std::string read_all()
    {
        std::string all;
        for (auto more = read_some(); !more.empty(); more = read_some())
            all += more;
        return all;
    }

    /// Reads until `text` has come, and gives all that came so far.
    std::string read_until(std::string_view text)
    {
        std::string all;
        while (all.find(text) == std::string::npos) {
            auto const more = read_some();
            if (more.empty())
                break;
            all += more;
        }
        return all;
    }

private:
    int socket_;
};

}  // namespace crossroads
