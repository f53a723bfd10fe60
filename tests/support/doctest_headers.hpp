// Precompiled header of the tests.
#pragma once

#include <doctest/doctest.h>

#include "base/std_headers.hpp"
