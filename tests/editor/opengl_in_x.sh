#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# opengl_in_x.sh EDITOR_TESTS: the tests of OpenGL on an X server of their own, where Mesa's software
# renderer stands in for a card. Status 77 (skipped) where there is no Xvfb.
set -euo pipefail
command -v xvfb-run >/dev/null || { echo "There is no xvfb-run."; exit 77; }
# Mesa and the bus keep what they have until the program ends.
export QT_QPA_PLATFORM=xcb LIBGL_ALWAYS_SOFTWARE=1 SUBS_HAS_OPENGL=1 ASAN_OPTIONS=detect_leaks=0
exec xvfb-run --auto-servernum --server-args="-screen 0 1280x800x24" "$1" "[opengl]"
