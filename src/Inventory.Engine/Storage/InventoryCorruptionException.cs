namespace Inventory.Storage;

/// <summary>A stored row contradicts the ledger. Run <c>VerifyAsync</c>; nothing is repaired silently.</summary>
public sealed class InventoryCorruptionException : Exception
{
    /// <summary>Creates the exception.</summary>
    public InventoryCorruptionException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">The row, and both numbers.</param>
    public InventoryCorruptionException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">The row, and both numbers.</param>
    /// <param name="innerException">The cause.</param>
    public InventoryCorruptionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
