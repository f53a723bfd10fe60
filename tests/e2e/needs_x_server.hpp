// The first line of a case that cannot do without Xorg. Used by tests/e2e.
#pragma once

#include <doctest/doctest.h>

#include "support/x_server.hpp"

#define NEEDS_X_SERVER()                                                          \
    if (!test::x_server_installed()) {                                            \
        MESSAGE("skipped: Xorg with its dummy and inputtest drivers is missing"); \
        return;                                                                   \
    }
