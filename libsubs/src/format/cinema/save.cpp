// SPDX-License-Identifier: MIT
#include "format/cinema/save.h"

#include <subs/format/features.h>

#include "format/cinema/cue_edit.h"
#include "format/cinema/reader.h"
#include "format/cinema/typical_spots.h"
#include "format/xml/kept_originals.h"
#include "format/xml/xml_saver.h"

#include <utility>
#include <vector>

namespace subs::cinema {
namespace {

/// Reads a file again and keeps what a saving needs of it.
class OriginalFinder final : public CueReader {
public:
    OriginalFinder(const Document& document, const WriteOptions& options)
        : CueReader(document.origin->text), originals_(document, options) {}

    const KeptOriginals<Original>& originals() const { return originals_; }
    /// What `cue`, which is not in the file, is written like; null where the file has no cue.
    const Original* likeFor(const Cue& cue) const {
        const Original* beside = originals_.besideOf(cue);
        return beside ? &typical_.likeFor(cue, *beside) : nullptr;
    }

private:
    void take(ReadCue read, const Reel&) override {
        if (originals_.owners().hasNew()) typical_.add(read);
        originals_.offer(std::move(read.cue), [&](Cue&& cue) {
            return Original{std::move(cue), read.spot, std::move(read.text)};
        });
    }

    KeptOriginals<Original> originals_;
    TypicalSpots typical_;
};

/// What the cues of a file say, and when.
class CuesReader final : public CueReader {
public:
    explicit CuesReader(std::string_view text) : CueReader(text) {}
    const std::vector<Cue>& cues() const { return cues_; }

private:
    void take(ReadCue read, const Reel&) override { cues_.push_back(std::move(read.cue)); }

    std::vector<Cue> cues_;
};

/// One saving.
class Saver final : public XmlSaver {
public:
    Saver(const Document& document, const WriteOptions& options)
        : XmlSaver(document, options),
          finder_(document, options),
          flaws_(readSpots(document.origin->text, finder_, reel_, unitsOf(options.timeline))),
          units_(document, options, reel_.units),
          context_{document, reel_, units_} {}

    LossReport plan() {
        LossReport losses;
        for (const Cue& cue : document().cues)
            planCue(cue, losses);
        if (document().title != reel_.title)
            losses.add(feature::kTitle, LossSeverity::Dropped, {}, document().title, reel_.title);
        if (finder_.takeStyles() != document().styles)
            losses.add(
                feature::kStyles, LossSeverity::Dropped, {}, "changed styles", "as in the file");
        return losses;
    }

    Result<void> appendCue(std::string& out, const Cue& cue, std::string_view original) override {
        part(out);
        const Original* found = finder_.originals().find(cue.piece.index);
        if (found) return appendEdited(out, cue, *found, context_);
        out += original;
        return {};
    }

    Result<void> appendNewCue(std::string& out, const Cue& cue) override {
        part(out);
        const Original* like = finder_.likeFor(cue);
        return like ? appendAdded(out, cue, *like, context_) : Result<void>();
    }

private:
    void planCue(const Cue& cue, LossReport& losses) {
        if (finder_.originals().owners().owns(cue)) {
            if (const Original* original = finder_.originals().find(cue.piece.index))
                planEdit(cue, *original, context_, losses);
        } else if (const Original* like = finder_.likeFor(cue)) {
            planAdded(cue, *like, context_, losses);
        }
    }

    bool isDoubtful() const override { return isDamaged(flaws_); }
    Error refusal() const override { return damagedRefusal(); }

    bool isReadSame(const std::string& text) const override {
        CuesReader reader(text);
        Reel reel;
        readSpots(text, reader, reel, unitsOf(options().timeline));
        std::size_t at = 0;
        for (const Cue& cue : document().cues) {
            if (cue.kind == CueKind::Comment) continue;
            if (at == reader.cues().size()) return false;
            if (reader.cues()[at].text.plain != cue.text.plain) return false;
            ++at;
        }
        return at == reader.cues().size();
    }

    Reel reel_;
    OriginalFinder finder_;
    std::vector<XmlFlaw> flaws_;
    CueUnits units_;
    EditContext context_;
};

}  // namespace

LossReport plannedSave(const Document& document, const WriteOptions& options) {
    return Saver(document, options).plan();
}

Result<std::string> saved(const Document& document, const WriteOptions& options) {
    return Saver(document, options).run();
}

}  // namespace subs::cinema
