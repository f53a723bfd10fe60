// How long a reader or writer waits for other programs that have the file to themselves.
#pragma once

namespace storage {

// Some seconds; or hardly at all: who draws the wall meanwhile comes back later.
enum class Patience { Waits, ComesBack };

}  // namespace storage
