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

    public Dictionary<int, Sku> Skus { get; } = [];

    public Dictionary<int, Head> Heads { get; } = [];

    public Dictionary<int, Location> Locations { get; } = [];

    public List<Reason> Reasons { get; } = [];

    public Dictionary<(ReferenceKind Kind, int Number), Reference> References { get; } = [];

    public List<Identifier> Identifiers { get; } = [];

    public Dictionary<int, List<Entry>> Entries { get; } = [];

    public List<PromiseEntry> Promises { get; } = [];

    public Dictionary<(int Sku, int Pool), Position> Positions { get; } = [];

    public Dictionary<(int Sku, Spot Spot), Balance> Balances { get; } = [];

    public Dictionary<(int Sku, long Lot), LotBalance> Lots { get; } = [];

    public Dictionary<(long Commit, int Ordinal), ReservationState> Reservations { get; } = [];

    public Dictionary<(int Sku, long Sequence), long> Reversed { get; } = [];

    public Dictionary<CommandKey, CommandRecord> Commands { get; } = [];

    public IReadOnlyList<Entry> EntriesOf(int sku) => Entries.TryGetValue(sku, out var entries) ? entries : [];

    /// <summary>The entries of a SKU in the order of every question about the past.</summary>
    public IReadOnlyList<Entry> Timeline(int sku) => [.. EntriesOf(sku).OrderBy(entry => entry.Key)];

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

        batch.Locations.ToList().ForEach(location => Locations.Add(location.Number, location));
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
            .GetValueOrDefault((change.Sku, change.Pool), new Position(change.Sku, change.Pool, 0, 0, 0, 0));
        return new Position(
            change.Sku, change.Pool, before.OnHand + change.OnHand, before.Sellable + change.Sellable,
            before.Committed + change.Committed, before.Held + change.Held);
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
        Promises.AddRange(batch.Promises.Select(promise => promise with { Commit = number }));
        foreach (var head in batch.Heads)
        {
            Heads[head.Sku] = head;
        }

        foreach (var change in batch.Positions)
        {
            Positions[(change.Sku, change.Pool)] = After(change);
        }

        foreach (var balance in batch.Balances)
        {
            Balances[(balance.Sku, balance.Spot)] = balance;
        }

        foreach (var lot in batch.Lots)
        {
            Lots[(lot.Lot.Sku, lot.Lot.Number)] = lot;
        }

        foreach (var reservation in batch.Reservations.Values)
        {
            var commit = reservation.Commit == 0 ? number : reservation.Commit;
            Reservations[(commit, reservation.Ordinal)] = reservation with { Commit = commit };
        }

        foreach (var (key, quantity) in batch.Reversed)
        {
            Reversed[key] = Reversed.GetValueOrDefault(key) + quantity;
        }
    }
}
