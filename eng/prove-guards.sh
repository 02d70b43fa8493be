#!/usr/bin/env bash
# Takes one guard after the other out of the sources, in a copy, and expects tests to fail: what guards nothing, or is
# not tested, is found. A name, or part of one, as argument tries only those. Takes about half a minute for each.
set -u -o pipefail
cd "$(dirname "$0")/.." || exit 2

copy=$(mktemp -d) || exit 2
trap 'rm -rf "$copy"' EXIT
{ git ls-files -z; git ls-files -z --others --exclude-standard; } | xargs -0 cp --parents -t "$copy" || exit 2
cd "$copy" || exit 2

engine=tests/Inventory.Engine.Tests
sqlite=tests/Inventory.Sqlite.Tests
memory=src/Inventory.Engine/Storage/Memory
pipeline=src/Inventory.Engine/Pipeline
decisions=src/Inventory.Core/Decisions
tables=src/Inventory.Sqlite/Tables
batch=src/Inventory.Sqlite/Transactions/SqliteWriter.Batch.cs
orders=Interleaving.InterleavingTests.EveryOrder_InMemory
conformance=MemoryStoreConformanceTests
on_file=Interleaving.InterleavingTests.EveryOrder_OnAFile
failed=0 tried=0 only=${1:-}

run() { # project, filter
  dotnet build -c Release -p:RunAnalyzers=false -p:GenerateDocumentationFile=false "$1" >log 2>&1 || { cat log; exit 2; }
  dotnet test -c Release --no-build "$1" --filter "FullyQualifiedName~$2" >log 2>&1
}

# Without a guard: name, file, what sed does to it, project, tests of which one must fail.
without() {
  [[ $1 == *$only* ]] || return 0
  cp "$2" original
  sed -i "$3" "$2"
  if cmp -s "$2" original; then
    echo "NOT FOUND: $1, in $2"
    failed=$((failed + 1))
    return
  fi
  run "$4" "$5"
  if grep -q '^Failed!' log; then
    echo "noticed: $1 ($(grep -c "^  Failed " log) tests)"
  else
    echo "NOT NOTICED: $1"
    failed=$((failed + 1))
  fi
  tried=$((tried + 1))
  cp original "$2"
  touch "$2"
}

for tests in "$engine $orders" "$engine $on_file" "$engine Interleaving.GuardTests" "$engine $conformance" "$sqlite SqliteStoreConformanceTests"; do
  # shellcheck disable=SC2086 # a project and its tests
  run $tests
  grep -q '^Passed!' log || { cat log; echo "With all guards, $tests must pass."; exit 1; }
done

without "decisions: demand of one spot is summed" $decisions/Sufficiency.cs \
  's/(line.Window, line.From), out _) += line.Quantity/(line.Window, line.From), out _) = line.Quantity/' \
  $engine $orders
without "decisions: demand of one pool is summed" $decisions/Sufficiency.cs 's/so = (so.Lost + lost,/so = (lost,/' \
  $engine $orders
without "decisions: a promise guards its position" $decisions/StockApplication.cs \
  's/batch.Guard(guard.Sku, guard.Key, guard.AtLeast);//' $engine $orders
without "decisions: a fill guards the versions" $decisions/StockApplication.cs \
  's/batch.GuardVersion(stock.FindSku(sku)!);//' $engine $orders
without "decisions: a promise for a day guards the versions" $decisions/ReserveDecider.cs \
  's/rests || leg.Goods.HasDates/rests/' $engine $orders
without "decisions: what a holder has guards the versions" $decisions/ReserveDecider.cs \
  's/var rests = hasHolder ||/var rests =/' $engine $orders
without "decisions: what binds guards the versions" $decisions/PromiseSteps.cs \
  's/work.Change.Promised.Versions.Add(leg.Sku);//' $engine $orders
without "decisions: what leaves guards the promises for days" $decisions/DatedKeeping.cs \
  '0,/work.Change.Promised.Versions.Add(goods.Sku.Number);/s///' $engine $orders
without "decisions: a loss guards its position" $decisions/StockApplication.cs 's/batch.GuardLosses(stock);//' \
  $engine $orders
without "decisions: what comes into a bin guards it" $decisions/StockApplication.cs \
  's/batch.GuardBin(place, bin);//' $engine $orders
without "engine: a refusal alone is fresh" $pipeline/BatchCommitter.cs \
  's/|| await IsLastAsync(lastCommit).ConfigureAwait(false))/|| lastCommit >= 0)/' $engine $orders
without "engine: a refusal beside others is fresh" $pipeline/BatchCommitter.cs \
  's/(batch.HasRefusals \&\& !isFresh)/(batch.HasRefusals \&\& lastCommit < 0)/' $engine $orders

without "memory: catalogue version" $memory/BatchGuards.cs \
  's/ledger.CatalogVersion == batch.ExpectedCatalogVersion/batch.Recorded >= 0/' $engine $orders
without "memory: recorded not before the last" $memory/BatchGuards.cs \
  's/ledger.LastRecorded <= batch.Recorded/ledger.LastRecorded >= 0/' $engine $orders
without "memory: head version" $memory/BatchGuards.cs \
  's/SequenceOf(tables, head.Sku) == batch.ExpectedSequence(head.Sku)/SequenceOf(tables, head.Sku) >= 0/' \
  $engine $orders
without "memory: position at least" $memory/BatchGuards.cs 's/after.Available >= least/least >= long.MinValue/' \
  $engine $orders
without "memory: nothing below zero" $memory/BatchGuards.cs \
  's/after is { Committed: >= 0, Held: >= 0, Backordered: >= 0 }/after.Sku > 0/' $engine Interleaving.GuardTests
without "memory: backordered not below zero" $memory/BatchGuards.cs 's/, Backordered: >= 0 }/ }/' $engine Interleaving.GuardTests
without "memory: leg as it was" $memory/BatchGuards.cs 's/\&\& now == before/\&\& now.Key == before.Key/' $engine $orders
without "memory: settled totals" $memory/BatchGuards.cs 's/Sum(due => due.Held) == total.Held/Sum(due => due.Held) >= 0/' \
  $engine $orders
without "memory: versions of both streams" $memory/BatchGuards.cs \
  's/(head.Sequence, head.PromiseSequence) == expected/head.Sequence >= 0 * expected.Promises/' $engine $orders
without "memory: available counts those who wait" $memory/BatchGuards.cs 's/after.Available >= least/after.Free >= least/' \
  $engine $conformance
without "memory: bin as before" $memory/BatchGuards.cs \
  's/ContentsOf(tables, bin.Key).SequenceEqual(bin.Value)/bin.Key > 0/' $engine $orders
without "memory: goods bound as they were" $memory/BatchGuards.cs \
  's/AllocatedAt(tables, balance) == batch.ExpectedAllocated(balance)/AllocatedAt(tables, balance) >= 0/' $engine $orders
without "memory: command key" $memory/BatchWriting.cs \
  's/TryGet(Keys.Of(command.Key), out var first))/TryGet(Keys.Of(command.Key), out var first) \&\& first.Commit < 0)/' \
  $engine $orders

without "sqlite: catalogue version" $batch 's/guard.Long(0) == batch.ExpectedCatalogVersion/guard.Long(0) >= 0/' \
  $engine $on_file
without "sqlite: recorded not before the last" $batch 's/guard.Long(2) <= batch.Recorded/guard.Long(2) >= 0/' \
  $engine $on_file
without "sqlite: head version" $tables/HeadTable.cs 's/AND sku = ?2 AND sequence = ?3/AND sku = ?2 AND sequence >= 0 * ?3/' \
  $engine $on_file
without "sqlite: position at least" $tables/PositionTable.cs 's/(?15 IS NULL$/(1 = 1/' \
  $engine $on_file
without "sqlite: position counts those who wait" $tables/PositionTable.cs 's/ - (backordered + ?14) >= ?15/ >= ?15/' \
  $sqlite SqliteStoreConformanceTests
without "sqlite: nothing below zero" $tables/PositionTable.cs \
  's/AND committed + ?12 >= 0 AND held + ?13 >= 0 AND backordered + ?14 >= 0//' $sqlite SqliteStoreConformanceTests
without "sqlite: leg as it was" $tables/ReservationTable.cs \
  's/AND held = ?12 AND expires = ?13 AND committed = ?14 AND backordered = ?15 AND fulfilled = ?16/AND ?12 + ?13 + ?14 + ?15 + ?16 >= 0/' \
  $sqlite SqliteStoreConformanceTests
without "sqlite: leg bound as it was" $tables/ReservationTable.cs 's/AND allocated = ?17/AND ?17 >= 0/' \
  $sqlite SqliteStoreConformanceTests
without "sqlite: goods bound as they were" $tables/BalanceTable.cs 's/WHERE allocated = ?11/WHERE ?11 >= 0/' \
  $sqlite SqliteStoreConformanceTests
without "sqlite: settled totals" $batch 's/if (due != total.Held)/if (due < 0)/' $sqlite SqliteStoreConformanceTests
without "sqlite: versions of both streams" $batch 's/if (!AreAtVersion(batch) || /if (/' $sqlite SqliteStoreConformanceTests
without "sqlite: bin as before" $batch 's/ || !AreBinsAsBefore(batch)//' $engine $on_file
without "sqlite: command key" src/Inventory.Sqlite/Schema/0001_initial.sql \
  's/CREATE UNIQUE INDEX inventory_command_key/CREATE INDEX inventory_command_key/' $engine $on_file

echo "$tried guards taken away, $failed not noticed or not found"
[ "$failed" -eq 0 ] && [ "$tried" -gt 0 ]
