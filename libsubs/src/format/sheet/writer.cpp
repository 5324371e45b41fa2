// SPDX-License-Identifier: MIT
#include "format/sheet/writer.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/document_losses.h"
#include "format/in_place.h"
#include "format/likely_size.h"
#include "format/patch.h"
#include "format/sheet/cells.h"
#include "format/sheet/cue_cells.h"
#include "format/time_losses.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace subs::sheet {
namespace {

/// Whether cells with an open quote are put in quotes: where something changes, such a quote could
/// find a partner in another row.
enum class OpenQuotes : std::uint8_t { Kept, Closed };

class Writer final : public PieceWriter {
public:
    Writer(const Document& document,
           const WriteOptions& options,
           const Layout& layout,
           const Dialect& dialect,
           Newline newline)
        : layout_(layout),
          rows_(layout, dialect, options.timeline),
          cells_(document, options, layout, dialect),
          newline_(bytesOf(newline)) {}

    void treat(OpenQuotes quotes) { quotes_ = quotes; }
    /// True where a quote came to stand behind one that nothing closed in the file.
    bool hasClosedQuote() const { return hasClosedQuote_; }

    Result<void> appendCue(std::string& out, const Cue& cue, std::string_view original) override {
        RowReader row(original, layout_.separator);
        row.next();
        const RowCue read = rows_.read(row);
        if (!read.cue) return appendNewCue(out, cue);
        const OwnRow own{row, *read.cue};
        const auto cells = cells_.cells(cue, &own, nullptr);
        if (!cells) return tl::unexpected(cells.error());
        appendRow(out, original, row, *cells);
        return {};
    }

    Result<void> appendNewCue(std::string& out, const Cue& cue) override {
        const auto cells = cells_.cells(cue, nullptr, nullptr);
        if (!cells) return tl::unexpected(cells.error());
        std::vector<std::string_view> values(layout_.columns.size());
        for (const NewCell& cell : *cells)
            values[cell.column] = cell.value;
        appendValues(out, values);
        return {};
    }

    void appendRaw(std::string& out, std::size_t, std::string_view original) override {
        for (RowReader rows(original, layout_.separator); rows.next();)
            appendRow(out, original, rows, {});
    }

    void separate(std::string& out) override {
        if (!out.empty() && !out.ends_with('\n') && !out.ends_with('\r')) out += newline_;
    }

    void appendNames(std::string& out) {
        std::vector<std::string> names;
        for (const Column& column : layout_.columns.all())
            names.push_back(nameOf(column));
        appendValues(out, {names.begin(), names.end()});
    }

private:
    /// Appends the row as it is but for `cells`.
    void appendRow(std::string& out,
                   std::string_view text,
                   const RowReader& row,
                   const std::vector<NewCell>& cells) {
        std::size_t last = row.cells().size();
        for (const NewCell& cell : cells)
            if (!cell.value.empty()) last = std::max(last, cell.column + 1);
        for (std::size_t i = 0; i < last; ++i) {
            if (i > 0) out += layout_.separator;
            const std::string_view typed =
                i < row.cells().size() ? row.cells()[i].of(text) : std::string_view();
            const auto changed = std::ranges::find(cells, i, &NewCell::column);
            if (changed != cells.end())
                appendNew(out, changed->value, typed);
            else
                appendTyped(out, typed);
        }
        out.append(text, row.end(), row.nextBegin() - row.end());
    }

    void appendTyped(std::string& out, std::string_view typed) {
        const bool opens = hasOpenQuote(typed);
        if (opens && quotes_ == OpenQuotes::Closed) return appendNew(out, typed);
        hasClosedQuote_ = hasClosedQuote_ || (isOpen_ && typed.find('"') != typed.npos);
        isOpen_ = isOpen_ || opens;
        out += typed;
    }

    void appendNew(std::string& out, std::string_view value, std::string_view like = {}) {
        const std::size_t begin = out.size();
        appendCell(out, value, layout_.separator, newline_, like);
        hasClosedQuote_ = hasClosedQuote_ || (isOpen_ && out.find('"', begin) != out.npos);
    }

    void appendValues(std::string& out, const std::vector<std::string_view>& values) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i > 0) out += layout_.separator;
            appendNew(out, values[i]);
        }
        out += newline_;
    }

    const Layout& layout_;
    CueRows rows_;
    CueCells cells_;
    std::string_view newline_;
    OpenQuotes quotes_ = OpenQuotes::Kept;
    bool isOpen_ = false;  ///< A quote that nothing closes was written.
    bool hasClosedQuote_ = false;
};

/// True of a document that is saved into its own file.
bool isOwn(const Document& document, const Dialect& dialect) {
    return document.format == dialect.id && document.origin &&
           !(isBlank(document.origin->text) && !document.cues.empty());
}

Layout newLayout(const Document& document, const WriteOptions& options, const Dialect& dialect) {
    Layout layout;
    layout.separator = dialect.separators[0];
    layout.isNamed = true;
    std::vector<Column> all = columnsFor(document, options).all();
    if (dialect.firstCell == FirstCell::RowNumber) all.insert(all.begin(), Column());
    layout.columns = Columns(std::move(all));
    return layout;
}

/// The layout of the file that `document` is from; without columns where that is not known.
Layout ownLayout(const Document& document, const Dialect& dialect) {
    return layoutOf(document.origin->text, dialect).value_or(Layout());
}

/// True where `text` is read as a table of `layout`: what a column holds can be what tells of it.
bool isReadAs(const Layout& layout, std::string_view text, const Dialect& dialect) {
    const auto read = layoutOf(text, dialect);
    return read && read->separator == layout.separator && read->isNamed == layout.isNamed &&
           read->columns.all() == layout.columns.all();
}

Result<std::string> saved(const Document& document,
                          const WriteOptions& options,
                          const Dialect& dialect) {
    const Layout layout = ownLayout(document, dialect);
    if (layout.columns.size() == 0 && !document.cues.empty())
        return failure(std::string(dialect.id) + ".no-columns",
                       "cues cannot be put into a table whose columns are not known; convert them "
                       "into a new file");
    Writer writer(document, options, layout, dialect, document.origin->newline);
    auto text = patched(document, writer);
    if (text && *text != document.origin->text && writer.hasClosedQuote()) {
        Writer careful(document, options, layout, dialect, document.origin->newline);
        careful.treat(OpenQuotes::Closed);
        text = patched(document, careful);
    }
    const bool isEdited = text && *text != document.origin->text;
    if (isEdited && !document.cues.empty() && !isReadAs(layout, *text, dialect))
        return tl::unexpected(
            inPlaceRefusal("with this edit the file would be read as a table of other columns, or "
                           "as none"));
    const bool isText = dialect.firstCell == FirstCell::Plain;
    if (!text || !isText || !changesNewlines(document, options.newline)) return text;
    return withNewlines(*text, newlineFor(document, options.newline));
}

void planDocument(const Document& document, const Dialect& dialect, LossReport& losses) {
    if (document.format == dialect.id) return;
    reportStyles(document, "the name of the style alone", losses);
    reportCanvas(document, losses);
    if (!document.title.empty())
        losses.add(feature::kTitle, LossSeverity::Dropped, {}, document.title, {});
}

/// The losses of a cue that is in the file.
void planOwnCue(const Document& document,
                const Cue& cue,
                const Layout& layout,
                const CueRows& rows,
                const CueCells& cells,
                LossReport& losses) {
    RowReader row(document.origin->stretch(cue.piece.index), layout.separator);
    row.next();
    const RowCue read = rows.read(row);
    if (!read.cue) return;
    const OwnRow own{row, *read.cue};
    static_cast<void>(cells.cells(cue, &own, &losses));
}

}  // namespace

LossReport planned(const Document& document, const WriteOptions& options, const Dialect& dialect) {
    LossReport losses;
    planDocument(document, dialect, losses);
    const bool isSaved = isOwn(document, dialect);
    const Layout layout =
        isSaved ? ownLayout(document, dialect) : newLayout(document, options, dialect);
    if (layout.columns.size() == 0) return losses;
    const CueRows rows(layout, dialect, options.timeline);
    const CueCells cells(document, options, layout, dialect);
    for (const Cue& cue : document.cues) {
        if (isSaved && isInItsFile(document, cue, dialect.id))
            planOwnCue(document, cue, layout, rows, cells, losses);
        else
            static_cast<void>(cells.cells(cue, nullptr, &losses));
    }
    if (!isSaved) reportRaw(document, losses);
    return losses;
}

Result<std::string> written(const Document& document,
                            const WriteOptions& options,
                            const Dialect& dialect) {
    if (isOwn(document, dialect)) return saved(document, options, dialect);
    std::string out;
    if (document.cues.empty()) return out;
    out.reserve(likelySize(document, 96));
    const Layout layout = newLayout(document, options, dialect);
    Writer writer(document, options, layout, dialect, newlineFor(document, options.newline));
    writer.appendNames(out);
    for (const Cue& cue : document.cues)
        if (auto done = writer.appendNewCue(out, cue); !done) return tl::unexpected(done.error());
    return out;
}

}  // namespace subs::sheet
