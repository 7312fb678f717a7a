#!/bin/sh
# Runs the tests under a sanitizer, in a build folder of its own:
#   Tests/Checks/sanitize.sh address|thread [ARGUMENT OF swift test ...]
set -eu
cd "$(dirname "$0")/../.."
sanitizer=${1:?give address or thread}
shift
# Some tests have the program crash, and hold it to giving the terminal back: its own handlers go first.
handlers=handle_segv=0:handle_sigbus=0:handle_sigfpe=0:allow_user_segv_handler=1:use_sigaltstack=0
# What lives as long as the process is no leak.
export ASAN_OPTIONS="$handlers:detect_leaks=0"
export TSAN_OPTIONS="$handlers:suppressions=$PWD/Tests/Checks/thread-sanitizer.txt"
exec swift test --sanitize="$sanitizer" -Xswiftc -use-ld=lld --scratch-path ".build_$sanitizer" "$@"
