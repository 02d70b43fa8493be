namespace Inventory.Testing.Storage;

/// <summary>A store did not keep the contract of the storage port; the message says where.</summary>
public sealed class StoreConformanceException : Exception
{
    /// <summary>Creates the exception.</summary>
    public StoreConformanceException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was expected and what was found.</param>
    public StoreConformanceException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was expected and what was found.</param>
    /// <param name="innerException">The cause.</param>
    public StoreConformanceException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
