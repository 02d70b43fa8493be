namespace Inventory.Storage;

/// <summary>The schema of the database is not the one this package works with.</summary>
public sealed class SchemaVersionException : InventoryStoreException
{
    /// <summary>Creates the exception.</summary>
    public SchemaVersionException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do.</param>
    public SchemaVersionException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public SchemaVersionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
