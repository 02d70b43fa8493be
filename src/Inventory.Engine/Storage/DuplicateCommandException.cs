namespace Inventory.Storage;

/// <summary>A command key was applied by somebody else in the meantime. Nothing was written.</summary>
public sealed class DuplicateCommandException : InventoryStoreException
{
    /// <summary>Creates the exception.</summary>
    public DuplicateCommandException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do.</param>
    public DuplicateCommandException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public DuplicateCommandException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
