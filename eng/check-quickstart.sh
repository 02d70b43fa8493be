#!/usr/bin/env bash
# Runs the sample on the real shop's year and compares what it writes with the expected files, as numbers.
# usage: eng/check-quickstart.sh DATA-FOLDER   (with online_retail.csv.gz and expected/)
set -u -o pipefail
[ $# -eq 1 ] && [ -e "$1/online_retail.csv.gz" ] || { sed -n '2,3p' "$0"; exit 2; }
data=$(cd "$1" && pwd) || exit 2
cd "$(dirname "$0")/.." || exit 2

out=$(mktemp -d) || exit 2
trap 'rm -rf "$out"' EXIT

dotnet run -c Release --project samples/Quickstart -- "$data/online_retail.csv.gz" --out "$out" || exit 1

# The comparison is a test: it reads what QUICKSTART_OUT holds and the expected files from QUICKSTART_EXPECTED.
comparison=tests/Inventory.Quickstart.Tests
[ -d "$comparison" ] || { echo "There is no $comparison to compare the result."; exit 1; }
QUICKSTART_OUT=$out QUICKSTART_EXPECTED=$data/expected dotnet test -c Release "$comparison"
