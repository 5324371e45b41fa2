// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/session.h>
#include <subs/model/cue.h>
#include <subs/qc/check.h>
#include <subs/session/side.h>

#include <QtCore/QAbstractListModel>
#include <QtCore/QTimer>

#include <compare>
#include <vector>

namespace subs::editor {

/// All findings of both tracks in the order of the table. Follows the checks, at most a few times a
/// second.
class FindingsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role : int {
        RowRole = Qt::UserRole + 1,  ///< int: the row of the cue table.
        NumberRole,                  ///< int: the cue's number in its own track, from 1.
        SeverityRole,                ///< int, as `FindingSeverityRole`.
        LanguageRole,                ///< QString, BCP 47.
        TimeRole,                    ///< QString: the in of its cue, as the table shows it.
        RuleRole,                    ///< QString: the name of the rule.
        PlaceRole,                   ///< QString: the text that it is about.
        MeasuredRole,                ///< QString, with its unit.
        LimitRole,                   ///< QString, with its unit.
    };

    explicit FindingsModel(const Session& session, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    /// The first finding at or after a row of the cue table; -1 for none.
    int firstOf(int cueRow) const;
    /// How many there are of a severity.
    int count(Severity severity) const;
    /// The row of the cue table with the next finding after `cueRow` (or before it), going round;
    /// -1 for none.
    int cueRowAfter(int cueRow, int direction) const;

private:
    struct Entry {
        int row = 0;
        session::Side side = session::Side::First;
        CueId cue;
        std::size_t place = 0;  ///< Among the findings of its cue.

        friend auto operator<=>(const Entry&, const Entry&) = default;
    };

    void rebuild();
    std::vector<Entry> collected() const;
    const Finding* findingOf(const Entry& entry) const;
    QString spoken(const Entry& entry, const Finding& finding) const;
    int numberOf(const Entry& entry) const;
    QString inOf(const Entry& entry) const;

    Session session_;
    std::vector<Entry> entries_;
    QTimer soon_;
};

}  // namespace subs::editor
