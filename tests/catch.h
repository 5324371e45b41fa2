// SPDX-License-Identifier: MIT
#pragma once

// The one place that knows which Catch2 this machine has: 2.13 (one header) or 3 (many).
// A program with a main of its own defines CATCH_CONFIG_RUNNER before including it.
#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#ifdef CATCH_CONFIG_RUNNER
#include <catch2/catch_session.hpp>
#endif
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
