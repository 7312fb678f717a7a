#!/bin/sh
# Runs the tests under a sanitizer, in a build folder of its own:
#   Tests/Scripts/sanitize.sh address|thread [ARGUMENT OF swift test ...]
set -eu
cd "$(dirname "$0")/../.."
sanitizer=${1:?give address or thread}
shift
# Some tests have the program crash, and hold it to giving the terminal back: its own handlers go first.
handlers=handle_segv=0:handle_sigbus=0:handle_sigfpe=0:allow_user_segv_handler=1:use_sigaltstack=0
# The thread sanitizer holds signals back until the program next calls it, and notes calls on a stack of
# its own that is full before the real one: how the program ends by a signal is not seen under it.
if [ "$sanitizer" = thread ]; then set -- --skip 'EndingTests' "$@"; fi
# What lives as long as the process is no leak.
export ASAN_OPTIONS="$handlers:detect_leaks=0"
export TSAN_OPTIONS="$handlers:suppressions=$PWD/Tests/Scripts/thread-sanitizer.txt"
exec swift test --sanitize="$sanitizer" -Xswiftc -use-ld=lld --scratch-path ".build_$sanitizer" "$@"
