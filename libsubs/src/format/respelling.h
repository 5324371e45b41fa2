// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>
#include <subs/format/loss_report.h>

#include <cstdint>
#include <vector>

namespace subs {

/// What formats say in two ways, said in that of one of them: how cues come and go by a tag of ASS
/// or by settings (format/fades.h), when the parts of a text are sung by tags of ASS or by times
/// inside of the text (format/karaoke_times.h). A format that keeps settings of all kinds keeps the
/// way of the document.
class Respelling {
public:
    explicit Respelling(const FormatInfo& target);

    /// True of a cue that says something in the other way.
    bool isFor(const Cue& cue) const { return hasOtherFades(cue) || hasOtherSong(cue); }

    /// Says it in the way of the format. Words that are not sung yet look in `styles`, those of the
    /// document, as they do in a file that does not tell them apart.
    void apply(Cue& cue, std::vector<Style>& styles, LossReport& losses) const;

private:
    enum class Way : std::uint8_t {
        Any,    ///< Not at all, or as the document does.
        Tags,   ///< By tags of ASS.
        Other,  ///< Fades by settings, song by times inside of the text.
    };

    static Way fadeWayIn(const FormatInfo& target);
    static Way songWayIn(const FormatInfo& target);
    bool hasOtherFades(const Cue& cue) const;
    bool hasOtherSong(const Cue& cue) const;
    void respellFades(Cue& cue, LossReport& losses) const;
    void respellSong(Cue& cue, std::vector<Style>& styles, LossReport& losses) const;

    Way fades_;
    Way song_;
};

}  // namespace subs
