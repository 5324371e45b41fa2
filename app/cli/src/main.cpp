// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/cli/program.h>

int main(int argc, char** argv) {
    return subs::cli::runProgram(argc, argv, {});
}
