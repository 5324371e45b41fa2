// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRect>
#include <QtWidgets/QStyledItemDelegate>

#include <array>
#include <cstdint>

namespace subs::editor {

/// What a row of the findings shows, from the left.
enum class FindingColumn : std::uint8_t { Severity, Cue, In, Language, Rule, Measured, Limit };

/// Where these stand in a row of `width`: the rule takes what the others leave. Where that is
/// little some stand under others.
struct FindingColumns {
    struct Span {
        int left = 0;
        int width = 0;
        friend bool operator==(const Span&, const Span&) = default;
    };
    std::array<Span, 7> spans{};
    /// The limit stands under what was measured and the language under the time.
    bool isStacked = false;

    friend bool operator==(const FindingColumns&, const FindingColumns&) = default;
    Span operator[](FindingColumn column) const { return spans[static_cast<std::size_t>(column)]; }
    /// How wide the widest of the texts are, margins included.
    struct Widest {
        int in = 0;
        int measured = 0;
        int limit = 0;
    };
    static FindingColumns forWidth(int width, const Widest& widest);
};

/// The names of the columns, aligned like what is under them.
QString nameOf(FindingColumn column);
bool isRightAligned(FindingColumn column);

/// Paints a finding: its severity's shape, cue, time, language, the rule over the sentence about
/// it, what was measured, and the limit.
class FindingDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The row of the cue table whose findings are marked.
    void setCueRow(int row) { cueRow_ = row; }
    void setColumns(const FindingColumns& columns) { columns_ = columns; }
    const FindingColumns& columns() const { return columns_; }

    static int rowHeight();
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    struct Row;
    QRect placeOf(const Row& row, FindingColumn column) const;
    void paintGround(const Row& row) const;
    void paintChip(const Row& row) const;
    void paintRule(const Row& row) const;
    void paintNumbers(const Row& row) const;

    int cueRow_ = -1;
    FindingColumns columns_;
};

}  // namespace subs::editor
