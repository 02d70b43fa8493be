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
    public IReadOnlyList<PromiseEntry> Promises { get; internal set; } = [];

    /// <summary>The reservation as it stands afterwards; null when none is touched.</summary>
    public ReservationState? Reservation { get; internal set; }

    /// <summary>What it adds to the master data; null when nothing.</summary>
    public CatalogChange? Catalog { get; internal set; }

    /// <summary>New lots.</summary>
    public IReadOnlyList<Lot> Lots => _lots ?? (IReadOnlyList<Lot>)[];

    /// <summary>What is given to the caller and kept for repetitions.</summary>
    public Reply Reply { get; internal set; } = Reply.Empty;

    internal void Add(Lot lot) => (_lots ??= []).Add(lot);
}
