// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/line_limit.h>
#include <subs/editor/text_line.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace subs::editor {

namespace {

// What is beyond it is far too much, and a narrow gutter has no room for it.
constexpr long kMostShown = 999;
constexpr int kEmDecimals = 1;

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
    count.measured = count.units;
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
    count.measured = count.share * *limit_.maxEm;
    if (!count.isOver()) return count;
    const std::vector<int> ends = clusterEnds(line);
    const auto over =
        std::ranges::partition_point(ends, [&](int end) { return shareOf(end) <= 1; });
    count.surplusFrom = over == ends.begin() ? 0 : *std::prev(over);
    return count;
}

QString LineRuler::limitText() const {
    if (limit_.max) return QString::number(*limit_.max);
    return QLocale::c().toString(*limit_.maxEm, 'f', kEmDecimals);
}

QString LineRuler::numberText(const LineCount& count) const {
    if (!judgesWidth()) return capped(count.units);
    if (count.measured > kMostShown) return capped(kMostShown + 1);
    const double tenths = count.measured * 10;
    const double shown = count.isOver() ? std::ceil(tenths) : std::floor(tenths);
    return QLocale::c().toString(shown / 10, 'f', kEmDecimals);
}

QString LineRuler::shortText(const LineCount& count) const {
    if (count.share < 0) return capped(count.units);
    return QStringLiteral("%1 / %2").arg(numberText(count), limitText());
}

QString LineRuler::usualText() const {
    return limit_.max || judgesWidth() ? QStringLiteral("%1 / %1").arg(limitText())
                                       : QStringLiteral("00");
}

QString LineRuler::spokenText(const LineCount& count) const {
    if (count.share < 0)
        return QStringLiteral("%1 %2").arg(count.units).arg(unitName(limit_.unit, count.units));
    const QString fits = count.isOver() ? QCoreApplication::translate("LineRuler", "too long")
                                        : QCoreApplication::translate("LineRuler", "fits");
    return QCoreApplication::translate("LineRuler", "%1 of %2 %3, %4")
        .arg(judgesWidth() ? numberText(count) : QString::number(count.units),
             limitText(),
             measureName(),
             fits);
}

QString LineRuler::measureName() const {
    return judgesWidth()
               ? QCoreApplication::translate("LineRuler", "em wide")
               : unitName(limit_.unit, static_cast<int>(std::ceil(limit_.max.value_or(0))));
}

QString LineRuler::shortMeasureName() const {
    return judgesWidth() ? QCoreApplication::translate("LineRuler", "em")
                         : shortUnitName(limit_.unit);
}

QString unitName(CountUnit unit, int count) {
    switch (unit) {
        case CountUnit::Clusters:
            return QCoreApplication::translate("Unit", "cluster(s)", nullptr, count);
        case CountUnit::CodePoints:
            return QCoreApplication::translate("Unit", "code point(s)", nullptr, count);
        case CountUnit::Columns:
            return QCoreApplication::translate("Unit", "column(s)", nullptr, count);
        case CountUnit::Graphemes:
            break;
    }
    return QCoreApplication::translate("Unit", "character(s)", nullptr, count);
}

QString shortUnitName(CountUnit unit) {
    switch (unit) {
        case CountUnit::Clusters:
            return QCoreApplication::translate("Unit", "cl");
        case CountUnit::CodePoints:
            return QCoreApplication::translate("Unit", "cp");
        case CountUnit::Columns:
            return QCoreApplication::translate("Unit", "col");
        case CountUnit::Graphemes:
            break;
    }
    return QCoreApplication::translate("Unit", "ch");
}

QString speedUnitName(CountUnit unit) {
    return QCoreApplication::translate("Unit", "%1/s").arg(shortUnitName(unit));
}

}  // namespace subs::editor
