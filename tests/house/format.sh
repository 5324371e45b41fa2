#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# format.sh ROOT: every tracked C++ file is as clang-format leaves it.
set -euo pipefail
cd "$1"
git rev-parse --git-dir >/dev/null 2>&1 || { echo "not a checkout: nothing to look at"; exit 0; }
git ls-files -z '*.cpp' '*.h' | xargs -0 clang-format --dry-run -Werror
