// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/edit/wrap.h>
#include <subs/format/registry.h>
#include <subs/job/pictures.h>

#include <stop_token>

namespace subs {

/// The bytes of a file whose cues are pictures, what is lost in them, and remarks.
struct WrittenPictures {
    WrittenDocument written;
    Diagnostics diagnostics;
};

/// `document` as a new file of `target`, a picture for each cue; `options.put` gets the pictures
/// first. Errors: "pictures.format" for a format that holds none, "time.no-timeline", those of the
/// painter, of `put` and of `writtenDocument`. `stop` ends it early.
Result<WrittenPictures> writtenPictures(const Document& document,
                                        const Format& target,
                                        const WriteOptions& writing,
                                        const PictureOptions& options,
                                        const std::stop_token& stop);

/// How lines are broken of which nothing else is asked: they stay, but for those that leave the
/// picture, since libass breaks no Khmer; three at most, as cinemas show (ISDCF and SMPTE RDD 52).
WrapOptions wrapOptionsFor(const PictureOptions& options);

}  // namespace subs
