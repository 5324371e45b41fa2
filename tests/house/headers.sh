#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# headers.sh ROOT COMPILER: each public header of the core and the film library compiles alone, without warnings. Those
# that a source includes before all else do so wherever it is built; the others are compiled here.
set -euo pipefail
cd "$1"
compiler=$2
alone() { echo "#include <$1>" | $2 -std=c++20 -Wall -Wextra -Wconversion -Wshadow -Werror -fsyntax-only -Ilibsubs/include -Iapp/media/include -x c++ - || { echo "$1 does not stand alone"; exit 255; }; }
export -f alone
first() { find libsubs/src app/media/src -name '*.cpp' -exec awk 'FNR == 1 { said = 0 } !said && /^#include/ { print $2; said = 1 }' {} +; }
comm -23 <({ (cd libsubs/include && find subs -name '*.h'); (cd app/media/include && find subs -name '*.h'); } | sort) \
    <(first | sed -n 's/^<\(subs\/.*\)>$/\1/p' | sort -u) |
    xargs -I{} -P "$(nproc)" bash -c 'alone "$1" "$2"' _ {} "$compiler"
