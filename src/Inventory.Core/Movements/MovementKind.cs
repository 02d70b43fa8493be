namespace Inventory.Movements;

/// <summary>What a movement is in the trade; each kind has its legal pairs of places and its required fields.</summary>
public enum MovementKind
{
    /// <summary>From a supplier or production into own stock; needs a cost.</summary>
    Receipt,

    /// <summary>From own stock to a customer or into production.</summary>
    Issue,

    /// <summary>From a customer back into own stock, at a stated cost; or from own stock back to a supplier.</summary>
    Return,

    /// <summary>Between two own places.</summary>
    Transfer,

    /// <summary>A correction against the loss location; needs a reason of its direction.</summary>
    Adjustment,

    /// <summary>From own stock to the loss location; needs a reason.</summary>
    Scrap,

    /// <summary>From one status to another at one place.</summary>
    StatusChange,

    /// <summary>The difference that a count found; made by <see cref="CountStock"/>.</summary>
    Count,

    /// <summary>Stock that was there when the ledger began; needs a cost.</summary>
    Opening,

    /// <summary>The undoing of an earlier movement; made by <see cref="ReverseMovement"/>.</summary>
    Reversal,

    /// <summary>From one grade to another at one place, such as what is returned and sold as open box.</summary>
    GradeChange,

    /// <summary>From one owner to another at one place; what becomes ours needs a cost.</summary>
    OwnerChange,

    /// <summary>Out of an own place to a transit place; made by <see cref="DispatchTransfer"/>.</summary>
    Dispatch,

    /// <summary>From a transit place to where it was sent; made by <see cref="ReceiveTransfer"/>.</summary>
    Arrival,
}
