// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/cue_columns.h>

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QAbstractItemModel;

namespace subs::editor {

/// The names of the cue table's columns, aligned like their cells; a text column shows its
/// language's colour.
class CueHeader : public QWidget {
    Q_OBJECT

public:
    explicit CueHeader(QWidget* parent);

    void setModel(QAbstractItemModel* model);
    void setColumns(const CueColumns& columns);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString languageOf(int column) const;

    QPointer<QAbstractItemModel> model_;
    CueColumns columns_;
};

}  // namespace subs::editor
