namespace Inventory.Storage;

/// <summary>The database failed. Nothing was written, unless a derived type says otherwise.</summary>
public class InventoryStoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    public InventoryStoreException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed, and what to do.</param>
    public InventoryStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed, and what to do.</param>
    /// <param name="innerException">The provider's exception.</param>
    public InventoryStoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed, and what to do.</param>
    /// <param name="isTransient">Whether the same call may succeed when it is made again.</param>
    /// <param name="innerException">The provider's exception.</param>
    public InventoryStoreException(string message, bool isTransient, Exception? innerException = null)
        : base(message, innerException) => IsTransient = isTransient;

    /// <summary>
    /// Whether the same call may succeed when it is made again, such as after a lock time-out or a full disk.
    /// </summary>
    public bool IsTransient { get; }
}
