namespace Inventory.Storage;

/// <summary>
/// The answer to a commit was lost: its commands may or may not have taken effect. Sending them again with the same
/// keys is safe and tells.
/// </summary>
public sealed class CommitOutcomeUnknownException : InventoryStoreException
{
    /// <summary>Creates the exception.</summary>
    public CommitOutcomeUnknownException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do.</param>
    public CommitOutcomeUnknownException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public CommitOutcomeUnknownException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
