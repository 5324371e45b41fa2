// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/model/links.h>
#include <subs/session/cue_roles.h>
#include <subs/session/workspace.h>
#include <subs/text/count.h>

#include <QtCore/QAbstractTableModel>
#include <QtCore/QTimer>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace subs::session {

class Checks;

/// One row of the cue table. A side without a cue of its own may go on from the row above
/// (`continues`).
struct CueRow {
    CuePair cues;    ///< The cues that begin in this row.
    CuePair linked;  ///< The same with the cue of the row above where the link goes on.

    bool continues(Side side) const { return !cues.of(side) && linked.of(side); }
    friend bool operator==(const CueRow&, const CueRow&) = default;
};

/// The rows of `links`: one for each pair, the second and later cues of a 1:n link on rows of their
/// own.
std::vector<CueRow> rowsOf(std::span<const Link> links);

/// Both tracks beside each other, one row for each pair of cues (columns and roles: cue_roles.h).
/// Rows stay while text is edited; they are linked anew when times change or cues come and go, and
/// then only the rows that differ change. Long tracks are filled in from the top, a piece each turn
/// of the event loop, so that the window answers meanwhile. Editable: the text columns (plain
/// text), through the workspace.
class CueTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    CueTableModel(Workspace& workspace, Checks& checks, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// True while rows are still to come.
    bool isFilling() const { return shown_ < rows_.size(); }

    const CueRow& row(int row) const;
    /// The row in which a cue begins, or -1.
    int rowOf(Side side, CueId id) const;
    /// The last row that begins at or before `time`, else the first; -1 for an empty table. O(log
    /// n).
    int rowAt(Time time) const;
    /// Sets the text of one side of a row: of its cue (also of one that goes on), or makes the
    /// missing partner.
    Result<void> setText(int row, Side side, const QString& plain);
    /// The start of the row's cue: the first side's, else the second's.
    Time startOf(int row) const;
    /// True of the columns of text and speed; then `sideOf` says whose.
    static bool isSideColumn(int column);
    static Side sideOf(int column);

signals:
    /// The last rows have come.
    void filled();

private:
    /// What all times lie between; what was once in it stays in it until the tracks are other ones.
    struct TimeRange {
        Time first;
        Time last;
        Time longest;
        void add(const Cue& cue);
    };

    void onEdited(Side side, const Change& change);
    void onFindings(Side side, const std::vector<CueId>& cues);
    void followLinks();
    std::size_t rowOfLink(const Link& link, Edge edge) const;
    void replaceRows(std::size_t first, std::size_t last, std::vector<CueRow> rows);
    void swapRows(std::size_t from, std::size_t to, std::vector<CueRow> rows);
    void indexRows(std::size_t from, std::size_t to);
    void forgetRows(std::size_t from, std::size_t to);
    void numberRows();
    void touchRow(int row);
    void touchAll(const QList<int>& roles);
    void reset();
    void fill(std::size_t rows);
    const Cue* timedCue(int row) const;
    const Cue* cueAt(int row, Side side) const;
    QString timeText(const QModelIndex& index) const;
    QVariant display(const QModelIndex& index) const;
    QVariant sideData(const QModelIndex& index, int role) const;
    QString toolTip(const QModelIndex& index) const;
    int lineCountAt(const QModelIndex& index) const;
    QString accessibleText(const QModelIndex& index) const;
    QString speedText(int row, Side side) const;
    double speedShare(int row, Side side) const;
    std::optional<double> speedOf(int row, Side side) const;
    CountUnit speedUnit(Side side) const;
    QString header(int column) const;
    QString widestText(int column) const;
    const TimeRange& timeRange() const;
    int severityAt(const QModelIndex& index) const;
    QString findingText(const QModelIndex& index) const;

    Workspace& workspace_;
    Checks& checks_;
    std::vector<CueRow> rows_;
    std::size_t shown_ = 0;  ///< So many of them are in the table.
    QTimer filling_;
    std::vector<int> numbers_;
    quint64 linksVersion_ = 0;
    mutable std::optional<TimeRange> range_;
    std::array<std::vector<int>, 2> rowOfCue_;  ///< By id, -1 for none.
};

}  // namespace subs::session
