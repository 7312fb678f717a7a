#!/bin/sh
# Records the golden texts and screens anew, with the made parts of README.md and the manual page:
#   Tests/Scripts/record-goldens.sh [ARGUMENT OF swift test ...]
# `--filter WorkbenchTests` records a part. Read `git diff` before it is committed: a golden states that
# the text is right.
set -eu
cd "$(dirname "$0")/../.."
RECORD_GOLDENS=1 swift test "$@"
git --no-pager diff --stat -- Tests README.md Resources/manual
