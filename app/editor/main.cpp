// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/application.h>

int main(int argc, char* argv[]) {
    return subs::editor::runEditor(argc, argv);
}
