// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/pair_files.h>
#include <subs/job/unpair_files.h>

#include "catch.h"

#include <string>
#include <utility>

// Pairing and parting of files that are texts here.
namespace testing {

/// Of texts that are named "a.km" and "a.en".
inline subs::Paired pairedOf(const std::string& first,
                             const std::string& second,
                             const subs::PairOptions& options = {}) {
    subs::PairOutcome outcome = subs::pairOne({{subs::InputFile{"a.km", "a.km", std::nullopt},
                                                subs::InputFile{"a.en", "a.en", std::nullopt}},
                                               {first, second}},
                                              options);
    INFO((outcome.error ? outcome.error->message : ""));
    REQUIRE_FALSE(outcome.error);
    return std::move(outcome.paired);
}

inline subs::Unpaired partedOf(const std::string& bytes, const subs::UnpairOptions& options = {}) {
    subs::UnpairTask task;
    task.input = {"a", "a", std::nullopt};
    task.bytes = bytes;
    subs::UnpairOutcome outcome = subs::unpairOne(task, options);
    INFO((outcome.error ? outcome.error->message : ""));
    REQUIRE_FALSE(outcome.error);
    return std::move(outcome.unpaired);
}

}  // namespace testing
