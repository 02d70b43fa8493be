namespace Inventory.Storage;

/// <summary>The right to write to the database was not to be had. Nothing was written.</summary>
/// <remarks>
/// <see cref="InventoryStoreException.IsTransient"/> is true when somebody else held it for longer than the store
/// waits: the same call may succeed later. It is false when the caller holds it and would wait for itself: end the
/// transaction first, or send the commands in it with <see cref="IInventory.EnlistAsync"/>.
/// </remarks>
public sealed class WriteLockException : InventoryStoreException
{
    /// <summary>Creates the exception.</summary>
    public WriteLockException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Who holds the lock, and what to do.</param>
    public WriteLockException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Who holds the lock, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public WriteLockException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Who holds the lock, and what to do.</param>
    /// <param name="isTransient">Whether the same call may succeed when it is made again.</param>
    /// <param name="innerException">The cause.</param>
    public WriteLockException(string message, bool isTransient, Exception? innerException = null)
        : base(message, isTransient, innerException)
    {
    }
}
