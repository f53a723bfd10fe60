#include "shell/supervisor.hpp"

#include <cstring>
#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "support/scratch.hpp"

using shell::Supervisor;

namespace {

// The supervisor's end of the line.
class Listener {
public:
    explicit Listener(std::string const& path)
        : m_fd(socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        REQUIRE(path.size() < sizeof address.sun_path);
        std::memcpy(address.sun_path, path.data(), path.size());
        REQUIRE(bind(m_fd, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0);
    }
    ~Listener() { close(m_fd); }
    Listener(Listener const&) = delete;
    Listener& operator=(Listener const&) = delete;

    std::string heard() {
        char text[200];
        ssize_t const length = recv(m_fd, text, sizeof text, 0);
        return length < 0 ? std::string() : std::string(text, static_cast<std::size_t>(length));
    }

private:
    int m_fd;
};

}  // namespace

TEST_CASE("the supervisor hears ready once, then signs of life within half its patience") {
    test::ScratchFolder const folder;
    std::string const path = folder / "notify";
    Listener listener(path);
    {
        Supervisor supervisor({path, "20000000", std::to_string(getpid())});
        CHECK(supervisor.most_ms_between() == 10'000);
        CHECK(listener.heard().empty());
        supervisor.alive(100);
        CHECK(listener.heard().starts_with("READY=1"));
        supervisor.alive(200);
        CHECK(listener.heard().empty());
        supervisor.alive(10'100);
        CHECK(listener.heard() == "WATCHDOG=1");
    }
    CHECK(listener.heard() == "STOPPING=1");
}

TEST_CASE("a watchdog that means another process, or none, does not wake the wall") {
    test::ScratchFolder const folder;
    std::string const path = folder / "notify";
    Listener listener(path);
    CHECK_FALSE(Supervisor({path, "20000000", "1"}).most_ms_between());
    CHECK_FALSE(Supervisor({path, "", ""}).most_ms_between());
    CHECK_FALSE(Supervisor({path, "soon", ""}).most_ms_between());
    CHECK(Supervisor({path, "20000000", ""}).most_ms_between());
}

TEST_CASE("without a supervisor, or with one that is gone, nothing is said and nothing fails") {
    for (char const* socket : {"", "/nowhere/notify", "notify", "@"}) {
        CAPTURE(socket);
        Supervisor supervisor({socket, "20000000", ""});
        supervisor.alive(1);
        CHECK_FALSE(supervisor.most_ms_between());
    }
}
