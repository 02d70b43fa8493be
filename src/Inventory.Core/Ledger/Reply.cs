using Inventory.Reservations;

namespace Inventory.Ledger;

/// <summary>
/// What an applied command made, as it is stored with the command and given again to whoever repeats it.
/// </summary>
public sealed record Reply
{
    // Most commands have to do with no promise: they carry one empty field instead of three.
    private readonly PromiseReply? _promised;

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
        get => _promised?.Legs ?? [];
        init => _promised = (_promised ?? PromiseReply.Empty) with { Legs = value };
    }

    /// <summary>What each line of a reservation got.</summary>
    public IReadOnlyList<ReservedLine> Lines
    {
        get => _promised?.Lines ?? [];
        init => _promised = (_promised ?? PromiseReply.Empty) with { Lines = value };
    }

    /// <summary>Promises that it left without cover, when it stated a plain truth such as a count.</summary>
    public IReadOnlyList<PromiseAtRisk> AtRisk
    {
        get => _promised?.AtRisk ?? [];
        init => _promised = (_promised ?? PromiseReply.Empty) with { AtRisk = value };
    }

    private sealed record PromiseReply(
        IReadOnlyList<int> Legs, IReadOnlyList<ReservedLine> Lines, IReadOnlyList<PromiseAtRisk> AtRisk)
    {
        public static PromiseReply Empty { get; } = new([], [], []);
    }
}
