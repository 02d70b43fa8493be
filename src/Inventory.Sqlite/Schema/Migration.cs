namespace Inventory.Sqlite.Schema;

/// <summary>One step of the schema.</summary>
/// <param name="Version">The version it makes.</param>
/// <param name="Name">Its name, such as <c>0001_initial</c>.</param>
/// <param name="Sql">Its statements, with the default table names.</param>
internal sealed record Migration(int Version, string Name, string Sql);
