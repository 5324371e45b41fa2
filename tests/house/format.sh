#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# format.sh ROOT: every tracked C++ file is as clang-format leaves it. Each version leaves something else; ours is 14.
set -euo pipefail
cd "$1"
git rev-parse --git-dir >/dev/null 2>&1 || { echo "not a checkout: nothing to look at"; exit 0; }
clang-format --version | grep -q 'version 14\.' || { echo "the tree is formatted with version 14 of clang-format, not with this one"; exit 0; }
git ls-files -z '*.cpp' '*.h' | xargs -0 clang-format --dry-run -Werror
