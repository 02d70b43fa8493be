#!/usr/bin/env bash
# Runs the sample on the real shop's year; its result is compared, as numbers, by tests/Inventory.Quickstart.Tests.
# usage: eng/check-quickstart.sh DATA-FOLDER [OUT]   (the folder holds online_retail.csv.gz and expected/)
# Without OUT the comparison is run at once. With OUT the result is left there, for tests run with QUICKSTART_OUT=OUT.
set -u -o pipefail
[ $# -ge 1 ] && [ -e "$1/online_retail.csv.gz" ] || { sed -n '2,4p' "$0"; exit 2; }
data=$(cd "$1" && pwd) || exit 2
cd "$(dirname "$0")/.." || exit 2

out=${2:-}
if [ -z "$out" ]; then
  out=$(mktemp -d) || exit 2
  trap 'rm -rf "$out"' EXIT
fi

dotnet run -c Release --project samples/Quickstart -- "$data/online_retail.csv.gz" --out "$out" || exit 1
for file in stock.db sku.csv totals.json month_end_value.csv; do
  [ -s "$out/$file" ] || { echo "The sample wrote no $file."; exit 1; }
done
[ $# -ge 2 ] || QUICKSTART_OUT=$out dotnet test -c Release tests/Inventory.Quickstart.Tests
