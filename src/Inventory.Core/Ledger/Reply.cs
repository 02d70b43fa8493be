using Inventory.Locations;
using Inventory.Reservations;

namespace Inventory.Ledger;

/// <summary>
/// What an applied command made, as it is stored with the command and given again to whoever repeats it.
/// </summary>
public sealed record Reply
{
    // Most commands have to do with no promise and no full bin: they carry one empty field instead of four.
    private readonly RareReply? _rare;

    /// <summary>An answer that names nothing.</summary>
    public static Reply Empty { get; } = new();

    /// <summary>The entries it appended, with what each cost in the inline book.</summary>
    public IReadOnlyList<ReplyEntry> Entries { get; init; } = [];

    /// <summary>
    /// The number of the SKU, location or other master data that the command made, or of the place that a transfer
    /// goes to; 0 else.
    /// </summary>
    public int Number { get; init; }

    /// <summary>The SKUs of the legs of the reservation it made, each once.</summary>
    public IReadOnlyList<int> Legs
    {
        get => _rare?.Legs ?? [];
        init => _rare = (_rare ?? RareReply.Empty) with { Legs = value };
    }

    /// <summary>What each line of a reservation got.</summary>
    public IReadOnlyList<ReservedLine> Lines
    {
        get => _rare?.Lines ?? [];
        init => _rare = (_rare ?? RareReply.Empty) with { Lines = value };
    }

    /// <summary>Promises that it left without cover, when it stated a plain truth such as a count.</summary>
    public IReadOnlyList<PromiseAtRisk> AtRisk
    {
        get => _rare?.AtRisk ?? [];
        init => _rare = (_rare ?? RareReply.Empty) with { AtRisk = value };
    }

    /// <summary>Bins that hold more than they should after it, where that is let through.</summary>
    public IReadOnlyList<OverCapacity> OverCapacity
    {
        get => _rare?.OverCapacity ?? [];
        init => _rare = (_rare ?? RareReply.Empty) with { OverCapacity = value };
    }

    /// <summary>The goods that it bound a reservation to.</summary>
    public IReadOnlyList<AllocatedGoods> Allocated
    {
        get => _rare?.Allocated ?? [];
        init => _rare = (_rare ?? RareReply.Empty) with { Allocated = value };
    }

    /// <summary>
    /// Orders whose goods are gone, when it stated a plain truth such as a count: each with the place and how much.
    /// </summary>
    public IReadOnlyList<PromiseAtRisk> Unbound
    {
        get => _rare?.Unbound ?? [];
        init => _rare = (_rare ?? RareReply.Empty) with { Unbound = value };
    }

    private sealed record RareReply(
        IReadOnlyList<int> Legs, IReadOnlyList<ReservedLine> Lines, IReadOnlyList<PromiseAtRisk> AtRisk,
        IReadOnlyList<OverCapacity> OverCapacity, IReadOnlyList<AllocatedGoods> Allocated,
        IReadOnlyList<PromiseAtRisk> Unbound)
    {
        public static RareReply Empty { get; } = new([], [], [], [], [], []);
    }
}
