#!/usr/bin/env bash
# Gives the words of a stream, and then the first words of the streams of neighbouring cases, to the tests of
# dieharder that its authors call good, and prints a line a test.
#
#     apt-get install dieharder
#     swift build -c release --product softmax-laws-benchmarks
#     Fixtures/RandomStream/dieharder.sh [SEED]
set -euo pipefail
seed=${1:-20261121}
program=$(dirname "$0")/../../.build/release/softmax-laws-benchmarks
tests=(
  "0" "1" "2" "3" "4" "8" "9" "10" "11" "12" "13" "15" "16" "17" "100" "101" "102"
  "200 -n 3" "200 -n 6" "200 -n 9" "200 -n 12" "201 -n 2" "201 -n 5" "202 -n 2" "202 -n 5"
  "203 -n 0" "203 -n 5" "203 -n 31" "204" "205" "206" "207" "208" "209"
)
for kind in words cases; do
  echo "# $kind $seed"
  for test in "${tests[@]}"; do
    # shellcheck disable=SC2086
    "$program" random-stream "$kind" "$seed" 2>/dev/null |
      dieharder -g 200 -d $test 2>/dev/null | grep -E 'PASSED|WEAK|FAILED' || true
  done
done
