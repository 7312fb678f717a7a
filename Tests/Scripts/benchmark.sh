#!/bin/sh
# Builds what people install and measures it:
#   Tests/Scripts/benchmark.sh [core|growth|scale|list|screen] [FOLDER WITH LOGS ...]
# A row that exceeds its budget says MISSED.
set -eu
cd "$(dirname "$0")/../.."
swift build -c release --static-swift-stdlib
exec .build/release/bisectty-benchmark "$@"
