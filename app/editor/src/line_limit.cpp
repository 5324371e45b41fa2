// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/line_limit.h>
#include <subs/editor/text_line.h>

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace subs::editor {

namespace {

// What is beyond it is far too much, and a narrow gutter has no room for it.
constexpr long kMostShown = 999;

QString capped(long number) {
    return number > kMostShown ? QStringLiteral(">%1").arg(kMostShown) : QString::number(number);
}

}  // namespace

void LineRuler::setLimit(LineLimit limit) {
    if (limit == limit_) return;
    const bool sameFont =
        limit.family == limit_.family && limit.maxEm.has_value() == limit_.maxEm.has_value();
    limit_ = std::move(limit);
    if (sameFont) return;
    measurer_.reset();
    if (!limit_.maxEm) return;
    Result<Measurer> opened = Measurer::open(limit_.family);
    if (opened) measurer_ = std::move(*opened);
}

LineCount LineRuler::counted(QStringView line) const {
    LineCount count;
    count.surplusFrom = static_cast<int>(line.size());
    bool passed = false;
    int begin = 0;
    for (const int end : clusterEnds(line)) {
        const std::string cluster = line.mid(begin, end - begin).toUtf8().toStdString();
        count.units += static_cast<int>(subs::counted(cluster, limit_.unit));
        if (!passed && limit_.max && count.units > *limit_.max) {
            passed = true;
            count.surplusFrom = begin;
        }
        begin = end;
    }
    if (!limit_.max) return measured(line, count);
    count.share = count.units / *limit_.max;
    return count;
}

LineCount LineRuler::measured(QStringView line, LineCount count) const {
    if (!measurer_ || !limit_.maxEm) return count;
    const auto shareOf = [&](qsizetype size) {
        return measurer_->measured(line.left(size).toUtf8().toStdString()).advance.value /
               *limit_.maxEm;
    };
    count.share = shareOf(line.size());
    if (!count.isOver()) return count;
    const std::vector<int> ends = clusterEnds(line);
    const auto over =
        std::ranges::partition_point(ends, [&](int end) { return shareOf(end) <= 1; });
    count.surplusFrom = over == ends.begin() ? 0 : *std::prev(over);
    return count;
}

QString LineRuler::shortText(const LineCount& count) const {
    QString units = capped(count.units);
    if (limit_.max) return QStringLiteral("%1 / %2").arg(units).arg(*limit_.max);
    if (count.share < 0) return units;
    const QString share = capped(std::lround(100 * count.share));
    if (count.units > kMostShown)
        return QCoreApplication::translate("LineRuler", "%1 %").arg(share);
    return QCoreApplication::translate("LineRuler", "%1 · %2 %").arg(units, share);
}

QString LineRuler::spokenText(const LineCount& count) const {
    const QString unit = unitName(limit_.unit);
    const QString fits = count.isOver() ? QCoreApplication::translate("LineRuler", "too long")
                                        : QCoreApplication::translate("LineRuler", "fits");
    if (limit_.max)
        return QCoreApplication::translate("LineRuler", "%1 of %2 %3, %4")
            .arg(count.units)
            .arg(*limit_.max)
            .arg(unit, fits);
    if (count.share < 0) return QStringLiteral("%1 %2").arg(count.units).arg(unit);
    return QCoreApplication::translate("LineRuler", "%1 %2, %3 % of the width, %4")
        .arg(count.units)
        .arg(unit)
        .arg(std::lround(100 * count.share))
        .arg(fits);
}

QString unitName(CountUnit unit) {
    switch (unit) {
        case CountUnit::Clusters:
            return QCoreApplication::translate("Unit", "clusters");
        case CountUnit::CodePoints:
            return QCoreApplication::translate("Unit", "code points");
        case CountUnit::Columns:
            return QCoreApplication::translate("Unit", "columns");
        case CountUnit::Graphemes:
            break;
    }
    return QCoreApplication::translate("Unit", "characters");
}

QString speedUnitName(CountUnit unit) {
    switch (unit) {
        case CountUnit::Clusters:
            return QCoreApplication::translate("Unit", "cl/s");
        case CountUnit::CodePoints:
            return QCoreApplication::translate("Unit", "cp/s");
        case CountUnit::Columns:
            return QCoreApplication::translate("Unit", "col/s");
        case CountUnit::Graphemes:
            break;
    }
    return QCoreApplication::translate("Unit", "ch/s");
}

}  // namespace subs::editor
