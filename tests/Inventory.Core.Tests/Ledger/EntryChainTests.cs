using Inventory.Commands;
using Inventory.Core.Tests.Support;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Ledger;

[Capability("MOV-01")]
public sealed class EntryChainTests
{
    private static readonly Entry Example = new()
    {
        Sku = 1,
        Sequence = 2,
        Quantity = 3,
        From = new Spot(4, 5, StockStatus.Available),
        To = new Spot(6, 5, StockStatus.Damaged),
        Kind = MovementKind.Transfer,
        Recorded = 7,
        Effective = 8,
        Occurred = 9,
        BusinessDate = 20260105,
    };

    // Given when the transaction is written, and covered by the commit's own check.
    private static readonly string[] Outside = [nameof(Entry.Commit), nameof(Entry.Ordinal), nameof(Entry.Chain)];

    public static TheoryData<string> Fields => new(typeof(Entry).GetProperties()
        .Where(property => property.CanWrite && !Outside.Contains(property.Name))
        .Select(property => property.Name));

    [Theory]
    [MemberData(nameof(Fields))]
    public void Chain_ChangesWithEveryField(string field)
    {
        var property = typeof(Entry).GetProperty(field)!;
        var before = EntryChain.Next(default, Example);

        Assert.All(Other(property.GetValue(Example), property.PropertyType), value =>
        {
            var changed = Example with { };
            property.SetValue(changed, value);
            Assert.NotEqual(before, EntryChain.Next(default, changed));
        });
    }

    [Fact]
    public void Chain_LeavesOutWhatTheCommitAdds()
    {
        var written = Example with { Commit = 9, Ordinal = 3, Chain = new Digest(1, 2) };

        Assert.Equal(EntryChain.Next(default, Example), EntryChain.Next(default, written));
    }

    [Fact]
    public void Chain_ChangesWithThePrevious()
    {
        Digest[] all = [default, new(1, 0), new(0, 1), new(ulong.MaxValue, 0), new(0, ulong.MaxValue)];

        Assert.Equal(all.Length, all.Select(previous => EntryChain.Next(previous, Example)).Distinct().Count());
    }

    [Fact]
    public void Chain_TellsNullFromZero()
    {
        Assert.NotEqual(EntryChain.Next(default, Example with { Cost = null }), EntryChain
            .Next(default, Example with { Cost = 0 }));
        Assert.NotEqual(
            EntryChain.Next(default, Example with { Counted = null }), EntryChain
                .Next(default, Example with { Counted = 0 }));
    }

    [Fact]
    public void Chain_IsPinned() =>
        Assert.Equal("39f06722e28c466a91eaf4a92ba57224", EntryChain.Next(default, Example).ToString());

    [Fact]
    public void EditedDeletedAndSwappedEntries_Show()
    {
        var world = new World();
        Enumerable.Range(0, 5).ToList().ForEach(_ => world.Post(world.Receipt("NUT", 3)));
        var entries = world.Ledger.EntriesOf(1);

        Assert.True(IsWhole(entries));
        for (var i = 0; i < entries.Count; i++)
        {
            Assert.False(IsWhole(entries.Select((entry, at) => at == i ? entry with { Quantity = 4 } : entry)));
            Assert.False(i < entries.Count - 1 && IsWhole(entries.Where((_, at) => at != i)));
            Assert.False(i > 0 && IsWhole(Swapped(entries, i)));
        }
    }

    private static IEnumerable<Entry> Swapped(IReadOnlyList<Entry> entries, int at) =>
        entries.Select((entry, i) => i == at ? entries[at - 1] : i == at - 1 ? entries[at] : entry);

    private static bool IsWhole(IEnumerable<Entry> entries)
    {
        var chain = default(Digest);
        foreach (var entry in entries)
        {
            chain = EntryChain.Next(chain, entry);
            if (chain != entry.Chain)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<object> Other(object? value, Type type) => value switch
    {
        int number => [number + 1, -1],
        long number => [number + 1, long.MinValue, long.MaxValue],
        bool flag => [!flag],
        MovementKind kind => [kind + 1],
        Spot spot =>
        [
            spot with { Place = 99 }, spot with { Lot = 99 }, spot with { Status = StockStatus.Recalled },
                spot with { Owner = 1 },
            spot with { Grade = 1 },
        ],
        null when type == typeof(long?) => [0L, 1L],
        _ => throw new NotSupportedException($"Say how {type} can differ."),
    };
}
