// SPDX-License-Identifier: MIT
#define CATCH_CONFIG_RUNNER
#include <subs/editor/plurals.h>
#include <subs/editor/theme.h>

#include "catch.h"

#include <QtCore/QStandardPaths>
#include <QtWidgets/QApplication>

int main(int argc, char* argv[]) {
    // opengl_in_x.sh has a screen.
    if (!qEnvironmentVariableIsSet("SUBS_HAS_OPENGL")) qputenv("QT_QPA_PLATFORM", "offscreen");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    subs::editor::EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    subs::editor::Theme theme(application);
    theme.fix(subs::editor::Shade::Light);
    return Catch::Session().run(argc, argv);
}
