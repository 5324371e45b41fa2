// SPDX-License-Identifier: MIT
#pragma once

#include <subs/session/cue_roles.h>

#include <QtGui/QStandardItemModel>

#include <memory>

namespace testing {

/// A table of cues with made-up answers: Khmer lines of `khmer`, English lines of `english`, one
/// row each.
inline std::unique_ptr<QStandardItemModel> cueModel(int rows,
                                                    const QString& khmer,
                                                    const QString& english) {
    using namespace subs::session;
    auto model = std::make_unique<QStandardItemModel>(rows, CueColumnCount);
    model->setHorizontalHeaderLabels(
        {"#", "", "In", "Out", "Dur", "Khmer", "cl/s", "English", "ch/s"});
    const auto lines = [](const QString& text) { return static_cast<int>(text.count(u'\n')) + 1; };
    for (int row = 0; row < rows; ++row) {
        const auto set = [&](int column, const QVariant& value, int role = Qt::DisplayRole) {
            model->setData(model->index(row, column), value, role);
        };
        set(NumberColumn, row + 1);
        set(InColumn, "00:00:01:00");
        set(DurationColumn, "2.00");
        set(FirstTextColumn, khmer);
        set(FirstTextColumn, "km", LanguageRole);
        set(FirstTextColumn, lines(khmer), LineCountRole);
        set(FirstSpeedColumn, "7.6");
        set(FirstSpeedColumn, 0.6, SpeedShareRole);
        set(SecondTextColumn, english);
        set(SecondTextColumn, "en", LanguageRole);
        set(SecondTextColumn, lines(english), LineCountRole);
        set(SecondSpeedColumn, "18.2");
        set(SecondSpeedColumn, 1.1, SpeedShareRole);
        set(StateColumn, -1, FindingSeverityRole);
    }
    return model;
}

}  // namespace testing
