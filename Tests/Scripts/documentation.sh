#!/bin/sh
# Builds the documentation of the core library; a warning, such as of a link that leads nowhere, fails:
#   Tests/Scripts/documentation.sh [FOLDER FOR THE PAGES]
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pages=${1:-$work/BisectionLog.doccarchive}
tools=$(dirname "$(readlink -f "$(command -v swift)")")
swift build --target BisectionLog
target=$("$tools/swiftc" -print-target-info | sed -n 's/^ *"triple": "\(.*\)",/\1/p' | head -n 1)
mkdir "$work/symbols"
"$tools/swift-symbolgraph-extract" -module-name BisectionLog -target "$target" \
  -I "$(swift build --show-bin-path)/Modules" -minimum-access-level public -output-dir "$work/symbols"
"$tools/docc" convert Sources/BisectionLog/BisectionLog.docc --additional-symbol-graph-dir "$work/symbols" \
  --fallback-bundle-identifier BisectionLog --output-path "$pages" --warnings-as-errors
