#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# headers.sh ROOT COMPILER: each public header of the core and the film library compiles alone, without warnings.
set -euo pipefail
cd "$1"
compiler=$2
alone() { echo "#include <$1>" | $2 -std=c++20 -Wall -Wextra -Wconversion -Wshadow -Werror -fsyntax-only -Ilibsubs/include -Iapp/media/include -x c++ - || { echo "$1 does not stand alone"; exit 255; }; }
export -f alone
{ (cd libsubs/include && find subs -name '*.h'); (cd app/media/include && find subs -name '*.h'); } | sort |
    xargs -I{} -P "$(nproc)" bash -c 'alone "$1" "$2"' _ {} "$compiler"
