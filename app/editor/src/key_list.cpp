// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/actions.h>
#include <subs/editor/fonts.h>
#include <subs/editor/key_list.h>
#include <subs/editor/panel.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtWidgets/QDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QMessageBox>

namespace subs::editor {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("KeyList", text);
}

QString keysOf(const ActionSpec& spec) {
    QStringList keys;
    for (const char* list : {spec.keys, spec.letters})
        keys << QString::fromLatin1(list).split(QStringLiteral("; "), Qt::SkipEmptyParts);
    return keys.join(QStringLiteral(", "));
}

}  // namespace

void showKeyList(const Actions& actions, QWidget& window) {
    QDialog dialog(&window);
    dialog.setWindowTitle(translated("Keys"));
    auto* grid = new QGridLayout(&dialog);
    grid->setHorizontalSpacing(20);
    const std::span<const ActionSpec> table = actionTable();
    const int half = static_cast<int>(table.size() + 1) / 2;
    int place = -1;
    for (const ActionSpec& spec : table) {
        ++place;
        if (keysOf(spec).isEmpty()) continue;
        const int column = place < half ? 0 : 2;
        const QString name = Actions::plainText(*actions.find(QLatin1String(spec.id)));
        grid->addWidget(makeLabel(keysOf(spec), interfaceFont(TextSize::Small), "key"),
                        place % half,
                        column,
                        Qt::AlignLeft);
        grid->addWidget(
            makeLabel(name, interfaceFont(TextSize::Normal), "text"), place % half, column + 1);
    }
    const QString remark = translated(
        "Plain letters work while table, picture or findings have the focus, by the place of the "
        "key.");
    grid->addWidget(
        makeLabel(remark, interfaceFont(TextSize::Secondary), "secondary"), half, 0, 1, 4);
    dialog.exec();
}

void showAboutBox(QWidget& window) {
    QMessageBox::about(
        &window,
        translated("About Subs"),
        translated("<b>Subs %1</b><p>Subtitles of a film in Khmer and English: written, timed to "
                   "the frame and checked.</p><p>GPL-3.0-or-later</p>")
            .arg(QCoreApplication::applicationVersion()));
}

}  // namespace subs::editor
