#!/bin/sh
# Feeds the parser with changed logs, or what reads mails with changed mails, until a time is over:
#   Tests/Scripts/fuzz.sh [mails] SECONDS FOLDER...
# The folders hold logs or mails to start from. What it finds is kept in .build-fuzz/found, and makes it fail.
set -eu
cd "$(dirname "$0")/../.."
inputs=.build-fuzz/inputs
if [ "${1:-}" = mails ]; then
  inputs=.build-fuzz/mails
  export BISECTTY_FUZZ_MAILS=1
  shift
fi
seconds=${1:?give the seconds to run, and folders with logs}
shift
# What a changed source is built into again lacks the counters that guide the fuzzer, so all is built.
mkdir -p .build-fuzz
find .build-fuzz -mindepth 1 -maxdepth 1 ! -name inputs ! -name mails ! -name found -exec rm -rf {} +
build() {
  BISECTTY_FUZZ=1 swift build --configuration release --sanitize=address --sanitize=fuzzer \
    --scratch-path .build-fuzz -Xswiftc -use-ld=lld -Xlinker -z -Xlinker nostart-stop-gc \
    --product bisectty-fuzz
}
build
# A first link may drop the counters, without which the fuzzer finds nothing new.
if ! grep -q __sancov_cntrs .build-fuzz/release/bisectty-fuzz; then
  rm -f .build-fuzz/release/bisectty-fuzz
  build
  grep -q __sancov_cntrs .build-fuzz/release/bisectty-fuzz || {
    echo "The fuzzer's program has no counters; see the note in Tests/Scripts/fuzz.sh." >&2
    exit 1
  }
fi
mkdir -p "$inputs" .build-fuzz/found
exec env SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 \
  nice -n 19 .build-fuzz/release/bisectty-fuzz -max_total_time="$seconds" -max_len=65536 -timeout=10 \
  -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix=.build-fuzz/found/ \
  "$inputs" "$@"
