#!/bin/sh
# Runs the tests and says how much of each module they reach, in lines:
#   Tests/Scripts/coverage.sh [ARGUMENT OF swift test ...]
# It fails where the parser or the store of reviews falls below 90 %.
set -eu
cd "$(dirname "$0")/../.."
folder=.build_coverage
swift test --enable-code-coverage --scratch-path "$folder" "$@"
tools=$(dirname "$(readlink -f "$(command -v swift)")")
"$tools/llvm-cov" export "$folder/debug/bisecttyPackageTests.xctest" \
  -instr-profile="$folder/debug/codecov/default.profdata" -format=lcov "$PWD/Sources" |
  awk -F '[:,]' -v root="$PWD/Sources/" '
    $1 == "SF" { module = substr($2, length(root) + 1); sub("/.*", "", module) }
    $1 == "DA" { lines[module]++; if ($3 > 0) reached[module]++ }
    END {
      for (module in lines) {
        percent = 100 * reached[module] / lines[module]
        isLow = (module == "BisectionLog" || module == "Reviews") && percent < 90
        if (isLow) status = 1
        printf "%-14s %6d lines %5.1f %%%s\n", module, lines[module], percent, isLow ? "  below 90 %" : "" | "sort"
      }
      close("sort")
      exit status
    }'
