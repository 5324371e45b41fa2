// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/format.h>

#include "format/byte_range.h"
#include "format/patch.h"
#include "format/xml/xml_events.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// True of a document that is saved into the file that it was read from, in `format`, an id: one
/// without the places of its cues is written anew.
bool isSavedInPlace(const Document& document, std::string_view format);

/// True of flaws beside which a text is not read as it stands.
bool isDamaged(const std::vector<XmlFlaw>& flaws);

/// What the formats that are XML have in common when a document is saved into its own file: what is
/// new goes onto lines of its own where the file's cues do, the encoding that the file names is the
/// one asked for, and nothing is written that a damaged file would make of it.
class XmlSaver : public PieceWriter {
public:
    /// Both are borrowed; `document` has an origin.
    XmlSaver(const Document& document, const WriteOptions& options)
        : document_(document), options_(options) {}

    /// The text of the file; an error of `refusal`.
    Result<std::string> run();

    void appendRaw(std::string& out, std::size_t index, std::string_view original) override;
    /// Styles are asked to be parted too, of which nothing is written.
    void separate(std::string&) override { isParted_ = true; }

protected:
    /// To be called before anything is appended to `out`.
    void part(std::string& out);
    /// Puts the encoding that was asked for where raw piece `index` names the file's.
    void putEncoding(Copier& copier, std::size_t index, std::string_view original) const;

    const Document& document() const { return document_; }
    const WriteOptions& options() const { return options_; }

private:
    /// Whether a text between elements would be shown.
    virtual bool mayHaveGaps() const { return true; }
    /// True where edits may be read in another way than they are meant.
    virtual bool isDoubtful() const = 0;
    /// Whether `text` is read as the document says, cue for cue.
    virtual bool isReadSame(const std::string& text) const = 0;
    /// Why nothing is written where it is not.
    virtual Error refusal() const = 0;

    const Document& document_;
    const WriteOptions& options_;
    bool isParted_ = false;
};

/// That of a damaged file.
Error damagedRefusal();

}  // namespace subs
