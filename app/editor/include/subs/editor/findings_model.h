// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/session.h>
#include <subs/model/cue.h>
#include <subs/session/side.h>

#include <QtCore/QAbstractListModel>
#include <QtCore/QTimer>

#include <vector>

namespace subs::editor {

/// All findings of both tracks in the order of the table. Follows the checks, at most a few times a
/// second.
class FindingsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role : int {
        RowRole = Qt::UserRole + 1,  ///< int: the row of the cue table.
        SeverityRole,                ///< int, as `FindingSeverityRole`.
        LanguageRole,                ///< QString, BCP 47.
    };

    explicit FindingsModel(const Session& session, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    /// The first finding at or after a row of the cue table; -1 for none.
    int firstOf(int cueRow) const;
    /// The row of the cue table with the next finding after `cueRow` (or before it), going round;
    /// -1 for none.
    int cueRowAfter(int cueRow, int direction) const;

private:
    struct Entry {
        int row = 0;
        session::Side side = session::Side::First;
        int severity = 0;
        QString message;
    };

    void rebuild();
    void collect(int row, session::Side side);

    Session session_;
    std::vector<Entry> entries_;
    QTimer soon_;
};

}  // namespace subs::editor
