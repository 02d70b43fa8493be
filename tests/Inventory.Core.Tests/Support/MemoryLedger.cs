using System.Buffers;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.References;
using Inventory.Valuation;

namespace Inventory.Core.Tests.Support;

/// <summary>The rows that a store would hold, in plain dictionaries, and the guards it would check.</summary>
internal sealed class MemoryLedger
{
    public MemoryLedger(LedgerState state, BookDefinition? inlineBook)
    {
        State = state;
        InlineBook = inlineBook;
        foreach (var location in WellKnownLocations.All)
        {
            Locations.Add(location.Number, location);
        }
    }

    public LedgerState State { get; private set; }

    public BookDefinition? InlineBook { get; }

    public IReadOnlyList<BookDefinition> Books => InlineBook is null ? [] : [InlineBook];

    public Dictionary<int, Sku> Skus { get; } = [];

    public Dictionary<int, Head> Heads { get; } = [];

    public Dictionary<int, Location> Locations { get; } = [];

    public List<Reason> Reasons { get; } = [];

    public Dictionary<(ReferenceKind Kind, int Number), Reference> References { get; } = [];

    public List<Identifier> Identifiers { get; } = [];

    public Dictionary<int, List<Entry>> Entries { get; } = [];

    public List<PromiseEntry> Promises { get; } = [];

    public Dictionary<(int Sku, PositionKey Key), Position> Positions { get; } = [];

    public Dictionary<(int Sku, Spot Spot), Balance> Balances { get; } = [];

    public Dictionary<(int Sku, long Lot), LotBalance> Lots { get; } = [];

    public Dictionary<(int Sku, PositionKey Key, long Expires), long> Holds { get; } = [];

    public Dictionary<(int Sku, PositionKey Key, int Removal), long> Supply { get; } = [];

    public Dictionary<(int Sku, PositionKey Key, long Expires, int NeededBy), long> Needs { get; } = [];

    public Dictionary<(int Place, int Sku), long> Bins { get; } = [];

    public Dictionary<LegKey, ReservationLeg> Legs { get; } = [];

    public Dictionary<(int Sku, LegKey Leg, Spot Spot, bool IsPicked), Allocation> Allocations { get; } = [];

    public Dictionary<(int Sku, long Sequence), long> Reversed { get; } = [];

    public Dictionary<CommandKey, CommandRecord> Commands { get; } = [];

    public IReadOnlyList<Entry> EntriesOf(int sku) => Entries.TryGetValue(sku, out var entries) ? entries : [];

    /// <summary>The entries of a SKU in the order of every question about the past.</summary>
    public IReadOnlyList<Entry> Timeline(int sku) => [.. EntriesOf(sku).OrderBy(entry => entry.Key)];

    public IEnumerable<ReservationLeg> LegsOf(int sku, PositionKey key) =>
        Legs.Values.Where(leg => leg.Sku == sku && leg.Position == key);

    public HoldsDue DueOf(int sku, PositionKey key, long now)
    {
        var totals = Holds.Where(total => total.Key.Sku == sku && total.Key.Key == key).ToList();
        return new HoldsDue(
            totals.Where(total => total.Key.Expires <= now).Sum(total => total.Value),
            totals.Where(total => total.Key.Expires > now).Select(total => total.Key.Expires)
                .DefaultIfEmpty(long.MaxValue).Min());
    }

    public IEnumerable<BinContent> ContentsOf(int place) => Bins.Where(row => row.Key.Place == place)
        .OrderBy(row => row.Key.Sku).Select(row => new BinContent(row.Key.Sku, place, row.Value));

    public Entry Find(int sku, EntryKey key) => EntriesOf(sku).Single(entry => entry.Key == key);

    /// <summary>Writes a completed batch, or throws when one of its guards does not hold.</summary>
    public void Write(CommitBatch batch)
    {
        CheckGuards(batch);
        var number = State.LastCommit + 1;
        foreach (var sku in batch.Skus.Values)
        {
            Skus[sku.Number] = sku;
            Heads.TryAdd(sku.Number, Head.Of(sku.Number));
        }

        batch.Locations.ToList().ForEach(location => Locations[location.Number] = location);
        Reasons.AddRange(batch.Reasons);
        batch.References.ToList().ForEach(row => References[row.Key] = row.Value);
        Identifiers.AddRange(batch.Identifiers);
        foreach (var change in batch.Changes)
        {
            WriteCommand(change, number, batch.Recorded);
        }

        WriteRows(batch, number);
        State = (batch.Catalog ?? State) with { LastCommit = number, LastRecorded = batch.Recorded };
    }

    private static byte[] Encode(Reply reply)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ReplyCodec.Encode(reply, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private void CheckGuards(CommitBatch batch)
    {
        Assert.Equal(State.CatalogVersion, batch.ExpectedCatalogVersion);
        Assert.True(batch.Recorded >= State.LastRecorded, "The batch is recorded before the last commit.");
        foreach (var head in batch.Heads)
        {
            Assert.Equal(Heads.TryGetValue(head.Sku, out var before) ? before.Sequence : 0, batch
                .ExpectedSequence(head.Sku));
        }

        foreach (var (sku, version) in batch.Versions)
        {
            Assert.Equal((Heads[sku].Sequence, Heads[sku].PromiseSequence), version);
        }

        Assert.All(batch.Settled, total => Assert.Equal(DueOf(total.Sku, total.Key, total.Expires).Due, total.Held));
        Assert.All(batch.Legs.Where(leg => leg.Before is not null),
            leg => Assert.Equal(Legs[leg.Before!.Key], leg.Before));
        Assert.All(batch.BinsBefore, bin => Assert.Equal(ContentsOf(bin.Key), bin.Value));
        Assert.All(batch.Balances, balance => Assert.Equal(
            Balances.GetValueOrDefault((balance.Sku, balance.Spot)).Allocated, batch.ExpectedAllocated(balance)));
        foreach (var change in batch.Positions)
        {
            var after = After(change).Available;
            Assert.True(after >= (change.AtLeast ?? long.MinValue),
                $"The guard {change} fails: {after} would be available.");
        }
    }

    private Position After(PositionChange change)
    {
        var before = Positions
            .GetValueOrDefault((change.Sku, change.Key), new Position(change.Sku, change.Key, default));
        return new Position(
            change.Sku, change.Key, before.Quantities + change.Quantities, before.Committed + change.Committed,
            before.Held + change.Held, before.Backordered + change.Backordered);
    }

    private void WriteCommand(ChangeSet change, long number, long recorded)
    {
        foreach (var entry in change.Entries)
        {
            if (!Entries.TryGetValue(entry.Sku, out var entries))
            {
                Entries.Add(entry.Sku, entries = []);
            }

            Assert.Equal(entries.Count + 1, entry.Sequence);
            entries.Add(entry with { Commit = number });
        }

        Commands.Add(change.Command.Key, new CommandRecord(
            number, change.Ordinal, change.Command.Key, change.Command.GetType().Name, change.Command
                .ComputePayload(), recorded,
            change.Command.Stamp, change.Command.Document, Encode(change.Reply)));
    }

    private void WriteRows(CommitBatch batch, long number)
    {
        foreach (var head in batch.Heads)
        {
            Heads[head.Sku] = head with { PromiseSequence = Heads[head.Sku].PromiseSequence };
        }

        foreach (var promise in batch.Promises)
        {
            var head = Heads[promise.Sku] with { PromiseSequence = Heads[promise.Sku].PromiseSequence + 1 };
            Promises.Add(promise.Number(head.PromiseSequence, number));
            Heads[promise.Sku] = head;
        }

        WriteHolds(batch);
        WriteDates(batch);
        foreach (var leg in batch.Legs)
        {
            var after = leg.After.In(number);
            Legs[after.Key] = after;
        }

        foreach (var change in batch.Positions)
        {
            Positions[(change.Sku, change.Key)] = After(change);
        }

        foreach (var balance in batch.Balances)
        {
            Balances[(balance.Sku, balance.Spot)] = balance;
        }

        foreach (var content in batch.Bins)
        {
            Add(Bins, (content.Place, content.Sku), content.Quantity);
        }

        foreach (var change in batch.Allocations)
        {
            var key = (change.Sku, change.Leg, change.Spot, change.IsPicked);
            var units = Allocations.GetValueOrDefault(key).Units + change.Units;
            Allocations.Remove(key);
            if (units != 0)
            {
                Allocations.Add(key, change with { Units = units });
            }
        }

        foreach (var lot in batch.Lots)
        {
            Lots[(lot.Lot.Sku, lot.Lot.Number)] = lot;
        }

        foreach (var (key, quantity) in batch.Reversed)
        {
            Reversed[key] = Reversed.GetValueOrDefault(key) + quantity;
        }
    }

    private void WriteDates(CommitBatch batch)
    {
        foreach (var row in batch.Supply)
        {
            Add(Supply, (row.Sku, row.Key, row.Removal), row.Quantity);
        }

        foreach (var settled in batch.SettledNeeds)
        {
            Needs.Keys.Where(at => (at.Sku, at.Key) == (settled.Sku, settled.Key)
                    && at.Expires > 0 && at.Expires <= settled.Expires)
                .ToList().ForEach(at => Needs.Remove(at));
        }

        foreach (var row in batch.DatedNeeds)
        {
            Assert.True(Add(Needs, (row.Sku, row.Key, row.Expires, row.NeededBy), row.Promised) >= 0,
                "What is promised for a day falls below zero.");
        }
    }

    private static long Add<TKey>(Dictionary<TKey, long> rows, TKey at, long change)
        where TKey : notnull
    {
        var now = rows.GetValueOrDefault(at) + change;
        rows[at] = now;
        if (now == 0)
        {
            rows.Remove(at);
        }

        return now;
    }

    private void WriteHolds(CommitBatch batch)
    {
        foreach (var settled in batch.Settled)
        {
            var due = Holds.Keys.Where(at =>
                (at.Sku, at.Key) == (settled.Sku, settled.Key) && at.Expires <= settled.Expires).ToList();
            due.ForEach(at => Holds.Remove(at));
        }

        foreach (var (at, change) in batch.Holds)
        {
            Holds[at] = Holds.GetValueOrDefault(at) + change;
            Assert.True(Holds[at] >= 0, $"The holds that end at {at.Expires} fall below zero.");
            if (Holds[at] == 0)
            {
                Holds.Remove(at);
            }
        }
    }
}
