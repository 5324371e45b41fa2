// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/convert.h>

namespace subs {

/// Converts and writes one file with its sidecars: the one beside the input is taken, so that what
/// is converted is the original with what was edited since; one is written beside the output where
/// that is in another format than the original, with it or not at all.
///
/// A file that was not edited, in the format of the original and with no other option, is the
/// original byte for byte. Errors as of `convertOne`, `sidecarOf`, `restoredDocument`.
Result<Converted> convertedWithSidecar(const ConvertTask& task, const ConvertOptions& options);

/// What is to be said where a sidecar beside the input of `task` keeps what the output could hold
/// and nobody asked for it; "sidecar.not-asked".
void remarkSidecar(const ConvertTask& task, Converted& converted);

}  // namespace subs
