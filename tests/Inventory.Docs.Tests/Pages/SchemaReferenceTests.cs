using System.Text.RegularExpressions;
using Inventory.Docs.Tests.Support;
using Inventory.Sqlite;
using Microsoft.Data.Sqlite;

namespace Inventory.Docs.Tests.Pages;

/// <summary>The columns are those of the schema, and the queries run on it.</summary>
public sealed partial class SchemaReferenceTests
{
    private const string PageName = "docs/reference/schema.md";

    [Fact]
    public void Columns_AreThoseOfTheSchema()
    {
        var page = Page.Of(PageName);
        page.ShouldRead(GeneratedTable.Fill(
            page.Text, name => GeneratedTable.Of(["Column", "Type", ""], Columns(name))));
    }

    [Fact]
    public void Tables_AreAllDescribed() =>
        Assert.Equal(Tables().Keys.Order(), GeneratedTable.Names(Page.Of(PageName).Text).Order());

    [Fact]
    public async Task Queries_RunAndFindSomething()
    {
        await using var store = await Snippets.SampleShop.FillAsync("Data Source=schema.db");
        await using var connection = new SqliteConnection("Data Source=schema.db;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var sql in MarkedBlock.OfLanguage(Page.Of(PageName).Text, "sql"))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken), sql);
        }
    }

    private static IEnumerable<string[]> Columns(string table) =>
        from column in Column().Matches(Tables()[table])
        let type = column.Groups["type"].Value.ToLowerInvariant()
        let isOptional = !column.Value.Contains("NOT NULL", StringComparison.Ordinal)
        let note = Punctuated(column.Groups["note"].Value.Trim())
        select new[] { $"`{column.Groups["name"].Value}`", isOptional ? type + " or null" : type, note };

    private static string Punctuated(string note) => note.Length == 0 ? "" : char.ToUpperInvariant(note[0]) + note[1..];

    private static Dictionary<string, string> Tables() => Table()
        .Matches(new SqliteStore("Data Source=unused.db").GetSchemaScript().ReplaceLineEndings("\n"))
        .ToDictionary(table => table.Groups["name"].Value, table => table.Groups["body"].Value, StringComparer.Ordinal);

    [GeneratedRegex(
        @"^CREATE TABLE (?<name>\w+) \((?<body>.*?)^\)",
        RegexOptions.Multiline | RegexOptions.Singleline,
        10_000)]
    private static partial Regex Table();

    [GeneratedRegex(
        @"^    (?<name>[a-z_]+) +(?<type>INTEGER|TEXT|BLOB)[^\n]*?(-- (?<note>[^\n]*))?$",
        RegexOptions.Multiline,
        10_000)]
    private static partial Regex Column();
}
