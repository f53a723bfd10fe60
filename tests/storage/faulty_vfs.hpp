// A file system under SQLite that fails when told to: the Nth open, read, write, sync, truncate or
// delete.
#pragma once

namespace test {

enum class Lasting { Once, FromThenOn };

struct Fault {
    int countdown = 0;  // the Nth operation fails
    int code = 0;       // with this SQLite code
    Lasting lasting = Lasting::Once;
};

// For its lifetime every SQLite file of the process goes through it.
class FaultyVfs {
public:
    FaultyVfs();
    ~FaultyVfs();
    FaultyVfs(FaultyVfs const&) = delete;
    FaultyVfs& operator=(FaultyVfs const&) = delete;

    void arm(Fault fault);
    void disarm();
    bool fired() const;
};

}  // namespace test
