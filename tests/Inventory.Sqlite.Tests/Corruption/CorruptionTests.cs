using System.Text.RegularExpressions;
using Inventory.TestSupport;
using Inventory.Verification;
using Microsoft.Data.Sqlite;

namespace Inventory.Sqlite.Tests.Corruption;

/// <summary>
/// A check of the ledger finds whatever is edited in the file: each column of each table, and rows that are gone,
/// doubled, put in or swapped. Tables and columns are those the file has, so that a new one is covered at once.
/// </summary>
[Capability("MOV-14")]
[Capability("MOV-12")]
public sealed class CorruptionTests(EditedFile file, ITestOutputHelper output) : IClassFixture<EditedFile>
{
    private const string Entries = "inventory_entry";

    /// <summary>What may change unnoticed, and why.</summary>
    private static readonly Dictionary<string, string> _redundant = new(StringComparer.Ordinal)
    {
        ["inventory_book.is_built"] = "a book that is not built is built by whoever opens the ledger next",
        ["inventory_book.ledger"] = "the last book, when it is gone, is added again by whoever opens the ledger",
        ["inventory_book deleted"] = "the same",
        ["inventory_inbox.ledger"] = "what hosts have left and is not applied is no part of the ledger yet",
        ["inventory_inbox deleted"] = "the same",
    };

    /// <summary>Tables a row can be added to unnoticed, and why.</summary>
    private static readonly Dictionary<string, string> _open = new(StringComparer.Ordinal)
    {
        ["inventory_ledger"] = "a further row is another ledger, which has a check of its own",
    };

    public static TheoryData<string> Tables()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        new SqliteCommand(new SqliteStore("Data Source=unused.db").GetSchemaScript(), connection).ExecuteNonQuery();
        return [.. TableRows.Names(connection)];
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task EditedColumn_IsFound(string name)
    {
        using var whole = file.Look();
        var table = TableRows.Read(whole, name);
        var missed = new List<string>();
        var edits = 0;
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var edited = 0;
            foreach (var row in Edits.Samples(table, column))
            {
                foreach (var value in Edits.Values(row[column], table.Columns[column].IsNullable))
                {
                    var findings = await file.VerifyAsync(
                        connection => table.Update(connection, row, column, value));
                    if (findings is not null)
                    {
                        edited++;
                        Judge(missed, table, row, $"= {Edits.Text(value)}", findings, column, value);
                    }
                }
            }

            edits += edited;
            Assert.True(edited > 0, $"{name}.{table.Columns[column].Name} could not be edited at all.");
        }

        output.WriteLine($"{name}: {table.Columns.Count} columns, {edits} edits, {missed.Count} not found");
        Assert.Empty(missed);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task DeletedRow_IsFound(string name)
    {
        using var whole = file.Look();
        var table = TableRows.Read(whole, name);
        var missed = new List<string>();
        foreach (var row in Edits.Samples(table))
        {
            var findings = await file.VerifyAsync(connection => table.Delete(connection, row));
            Judge(missed, table, row, "deleted", findings!);
        }

        Assert.Empty(missed);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task DoubledOrInsertedRow_IsFound(string name)
    {
        Assert.SkipWhen(_open.ContainsKey(name), _open.GetValueOrDefault(name, string.Empty));
        using var whole = file.Look();
        var table = TableRows.Read(whole, name);
        var missed = new List<string>();
        var inserted = 0;
        foreach (var row in Edits.Samples(table))
        {
            foreach (var other in Edits.Copies(table, row))
            {
                if (await file.VerifyAsync(connection => table.Insert(connection, other)) is { } findings)
                {
                    inserted++;
                    Judge(missed, table, other, "inserted", findings);
                }
            }
        }

        Assert.True(inserted > 0, $"No row could be put into {name}.");
        Assert.Empty(missed);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task SwappedRows_AreFound(string name)
    {
        using var whole = file.Look();
        var table = TableRows.Read(whole, name);
        var missed = new List<string>();
        foreach (var (first, second) in Edits.Pairs(table))
        {
            var findings = await file.VerifyAsync(connection =>
            {
                table.Delete(connection, first);
                table.Delete(connection, second);
                table.Insert(connection, Edits.WithKeyOf(table, second, first));
                table.Insert(connection, Edits.WithKeyOf(table, first, second));
            });
            if (findings is not null)
            {
                Judge(missed, table, first, $"swapped with {table.Describe(second)}", findings);
            }
        }

        Assert.Empty(missed);
    }

    private static void Judge(
        List<string> missed, TableRows table, object?[] row, string edit, IReadOnlyList<Finding> findings,
        int column = -1, object? value = null)
    {
        var place = column < 0 ? $"{table.Name} {edit}" : $"{table.Name}.{table.Columns[column].Name}";
        if (findings.Count == 0)
        {
            if (!_redundant.ContainsKey(place))
            {
                missed.Add($"{place} ({table.Describe(row)}): {edit}");
            }
        }
        else if (table.Name == Entries && column >= 0)
        {
            var (sku, sequence) = ((long)row[table.Column("sku")]!, (long)row[table.Column("sequence")]!);
            if (column == table.Column("sequence"))
            {
                // Now there are two of the lower one, or the old one is missing.
                sequence = Math.Min(sequence, (long)value!);
            }

            var first = findings.FirstOrDefault(
                finding => $"{finding.Row},".StartsWith($"SKU number {sku},", StringComparison.Ordinal));
            var named = new Regex($@"sequence {sequence}\b", RegexOptions.None, TimeSpan.FromSeconds(1));
            if (first?.Table != "entry" || !named.IsMatch($"{first}"))
            {
                missed.Add($"{place} ({table.Describe(row)}): {edit} is not the first finding, but {first}");
            }
        }
    }
}
