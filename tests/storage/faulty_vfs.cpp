#include "faulty_vfs.hpp"

#include <cstring>
#include <sqlite3.h>

namespace test {
namespace {

// SQLite calls back through C tables, which carry no state of ours: this is the one place of the
// tests with a global.
struct State {
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs faulty{};
    Fault fault;
    bool armed = false;
    bool fired = false;
};
State state;

struct File {
    sqlite3_file base;
    sqlite3_file* real;
};

sqlite3_file* real_of(sqlite3_file* file) {
    return reinterpret_cast<File*>(file)->real;
}

// The code to fail with now, or SQLITE_OK.
int strike() {
    if (!state.armed) return SQLITE_OK;
    if (state.fired && state.fault.lasting == Lasting::Once) return SQLITE_OK;
    if (!state.fired && --state.fault.countdown > 0) return SQLITE_OK;
    state.fired = true;
    return state.fault.code;
}

int close_file(sqlite3_file* file) {
    return real_of(file)->pMethods->xClose(real_of(file));
}

int read_file(sqlite3_file* file, void* to, int amount, sqlite3_int64 at) {
    if (int const code = strike(); code != SQLITE_OK) return code;
    return real_of(file)->pMethods->xRead(real_of(file), to, amount, at);
}

int write_file(sqlite3_file* file, void const* from, int amount, sqlite3_int64 at) {
    if (int const code = strike(); code != SQLITE_OK) {
        // A full disk takes a part.
        if (amount > 1) real_of(file)->pMethods->xWrite(real_of(file), from, amount / 2, at);
        return code;
    }
    return real_of(file)->pMethods->xWrite(real_of(file), from, amount, at);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    if (int const code = strike(); code != SQLITE_OK) return code;
    return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

int sync_file(sqlite3_file* file, int flags) {
    if (int const code = strike(); code != SQLITE_OK) return code;
    return real_of(file)->pMethods->xSync(real_of(file), flags);
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

int lock_file(sqlite3_file* file, int level) {
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

int unlock_file(sqlite3_file* file, int level) {
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

int check_lock(sqlite3_file* file, int* out) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out);
}

int control(sqlite3_file* file, int operation, void* argument) {
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

int sector_size(sqlite3_file* file) {
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

int characteristics(sqlite3_file* file) {
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
    return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, out);
}

int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}

void shm_barrier(sqlite3_file* file) {
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

int shm_unmap(sqlite3_file* file, int remove) {
    return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

sqlite3_io_methods const methods{
    2,         close_file,  read_file,  write_file, truncate_file, sync_file,       file_size,
    lock_file, unlock_file, check_lock, control,    sector_size,   characteristics, shm_map,
    shm_lock,  shm_barrier, shm_unmap,  nullptr,    nullptr};

int open_file(sqlite3_vfs*, char const* name, sqlite3_file* file, int flags, int* out) {
    auto* const wrapped = reinterpret_cast<File*>(file);
    wrapped->base.pMethods = nullptr;
    if (int const code = strike(); code != SQLITE_OK) return SQLITE_CANTOPEN;
    wrapped->real = reinterpret_cast<sqlite3_file*>(wrapped + 1);
    int const code = state.real->xOpen(state.real, name, wrapped->real, flags, out);
    if (code == SQLITE_OK) wrapped->base.pMethods = &methods;
    return code;
}

int delete_file(sqlite3_vfs*, char const* name, int sync) {
    if (int const code = strike(); code != SQLITE_OK) return SQLITE_IOERR_DELETE;
    return state.real->xDelete(state.real, name, sync);
}

}  // namespace

FaultyVfs::FaultyVfs() {
    state.real = sqlite3_vfs_find(nullptr);
    state.faulty = *state.real;
    state.faulty.zName = "faulty";
    state.faulty.pNext = nullptr;
    state.faulty.szOsFile = static_cast<int>(sizeof(File)) + state.real->szOsFile;
    state.faulty.xOpen = open_file;
    state.faulty.xDelete = delete_file;
    sqlite3_vfs_register(&state.faulty, 1);
}

FaultyVfs::~FaultyVfs() {
    disarm();
    sqlite3_vfs_unregister(&state.faulty);
    sqlite3_vfs_register(state.real, 1);
}

void FaultyVfs::arm(Fault fault) {
    state.fault = fault;
    state.armed = true;
    state.fired = false;
}

void FaultyVfs::disarm() {
    state.armed = false;
}

bool FaultyVfs::fired() const {
    return state.fired;
}

}  // namespace test
