namespace Inventory.Sqlite.Tests.Support;

/// <summary>Tables of a host in the same file, one of which refuses at COMMIT what it took before.</summary>
internal static class HostTables
{
    public static void Create(StoreFile file) => file.Run(
        """
        CREATE TABLE host_parent (id INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE host_child (parent INTEGER REFERENCES host_parent (id) DEFERRABLE INITIALLY DEFERRED) STRICT;
        """);

    /// <summary>Lets every commit fail that holds a command of this key.</summary>
    public static void RefuseCommand(StoreFile file, string key) => file.Run(
        $"""
        CREATE TRIGGER host_refuses AFTER INSERT ON inventory_command WHEN new.key_text = '{key}'
        BEGIN INSERT INTO host_child VALUES (77); END;
        """);

    public static void RefuseNothing(StoreFile file) => file.Run("DROP TRIGGER host_refuses");
}
