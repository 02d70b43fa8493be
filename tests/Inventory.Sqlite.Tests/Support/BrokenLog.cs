namespace Inventory.Sqlite.Tests.Support;

/// <summary>How the write-ahead log of a store's writer is to fail.</summary>
public enum Break
{
    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>Nothing can be written.</summary>
    Unwritable,

    /// <summary>What is written cannot be made durable.</summary>
    Unsynchronisable,
}

/// <summary>The write-ahead log as the writer of one store has it open; readers have it open for themselves.</summary>
internal sealed class BrokenLog
{
    private readonly StoreFile _file;
    private readonly List<int> _handles;

    private BrokenLog(StoreFile file, List<int> handles)
    {
        _file = file;
        _handles = handles;
    }

    private static string Suffix => "-wal";

    /// <summary>
    /// The log of the only connection that is open: that of a store which has done no more than write.
    /// </summary>
    public static BrokenLog Of(StoreFile file)
    {
        var handles = BrokenFile.HandlesOf(file.Path + Suffix);
        Assert.Single(handles);
        return new BrokenLog(file, handles);
    }

    /// <summary>Breaks the log until what is returned is disposed.</summary>
    public BrokenFile Break(Break how)
    {
        // All that was committed is moved out of the log first: the writer must still be able to read it.
        _file.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.Equal(0, new FileInfo(_file.Path + Suffix).Length);
        return how switch
        {
            Support.Break.Full => BrokenFile.Full(_handles),
            Support.Break.Unwritable => BrokenFile.Unwritable(_handles),
            _ => BrokenFile.Unsynchronisable(_handles),
        };
    }
}
