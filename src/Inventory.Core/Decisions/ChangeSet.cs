using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Lots;

namespace Inventory.Decisions;

/// <summary>The facts that one command makes true together.</summary>
/// <remarks>
/// Made by <see cref="Decider"/>, completed by <see cref="Stock.Apply"/>, which gives entries their chain and the
/// reply its costs.
/// </remarks>
public sealed class ChangeSet
{
    private List<Lot>? _lots;
    private PromiseChanges? _promised;

    internal ChangeSet(Command command, int ordinal)
    {
        Command = command;
        Ordinal = ordinal;
    }

    /// <summary>The command.</summary>
    public Command Command { get; }

    /// <summary>The command's place in its commit.</summary>
    public int Ordinal { get; }

    /// <summary>New entries.</summary>
    public IReadOnlyList<Entry> Entries { get; internal set; } = [];

    /// <summary>New promise entries, not yet with a sequence.</summary>
    public IReadOnlyList<PromiseEntry> Promises => _promised?.Facts ?? (IReadOnlyList<PromiseEntry>)[];

    /// <summary>The legs of reservations that its promise entries change.</summary>
    public IReadOnlyList<LegChange> Legs => _promised?.Legs ?? (IReadOnlyList<LegChange>)[];

    /// <summary>SKUs whose streams must be where they were: rows that others could add were read.</summary>
    internal IReadOnlyCollection<int> Versions => _promised?.Versions ?? (IReadOnlyCollection<int>)[];

    /// <summary>Bins that must hold what they held: there was room in them for what comes in.</summary>
    internal IReadOnlyCollection<int> Bins => _promised?.Bins ?? (IReadOnlyCollection<int>)[];

    /// <summary>What it adds to the master data; null when nothing.</summary>
    public CatalogChange? Catalog { get; internal set; }

    /// <summary>New lots.</summary>
    public IReadOnlyList<Lot> Lots => _lots ?? (IReadOnlyList<Lot>)[];

    /// <summary>What is given to the caller and kept for repetitions.</summary>
    public Reply Reply { get; internal set; } = Reply.Empty;

    /// <summary>What it does to promises; made when it is first asked for: most commands do nothing to any.</summary>
    internal PromiseChanges Promised => _promised ??= new PromiseChanges();

    internal void Add(Lot lot) => (_lots ??= []).Add(lot);
}
