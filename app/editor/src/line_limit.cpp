// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/line_limit.h>
#include <subs/editor/text_line.h>

#include <QtCore/QCoreApplication>

#include <string>

namespace subs::editor {

LineCount countedLine(QStringView line, const LineLimit& limit) {
    LineCount count{0, static_cast<int>(line.size())};
    bool passed = false;
    int begin = 0;
    for (const int end : clusterEnds(line)) {
        const std::string cluster = line.mid(begin, end - begin).toUtf8().toStdString();
        count.units += static_cast<int>(counted(cluster, limit.unit));
        if (!passed && limit.max && count.units > *limit.max) {
            passed = true;
            count.surplusFrom = begin;
        }
        begin = end;
    }
    return count;
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
