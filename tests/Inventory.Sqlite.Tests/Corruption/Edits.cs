using System.Globalization;

namespace Inventory.Sqlite.Tests.Corruption;

/// <summary>What a row is changed to: values of the same type that are nevertheless wrong.</summary>
internal static class Edits
{
    private const int SamplesMax = 3;

    /// <summary>The first row, the last and one between.</summary>
    public static IEnumerable<object?[]> Samples(TableRows table)
    {
        Assert.True(table.Rows.Count > 0, $"The ledger has no row in {table.Name}.");
        return new[] { 0, table.Rows.Count / 2, table.Rows.Count - 1 }.Distinct().Select(i => table.Rows[i]);
    }

    /// <summary>The same, with a row where the column has a value and one where it has none.</summary>
    public static IEnumerable<object?[]> Samples(TableRows table, int column) => Samples(table)
        .Concat(table.Rows.Where(row => row[column] is not null).Take(1))
        .Concat(table.Rows.Where(row => row[column] is null).Take(1))
        .Distinct().Take(SamplesMax + 2);

    /// <summary>Other values for a column.</summary>
    public static IEnumerable<object?> Values(object? value, bool isNullable)
    {
        switch (value)
        {
            case null:
                // SQLite gives the text of a number to a column of numbers as a number.
                yield return "1";
                yield break;
            case long number:
                yield return number + 1;
                yield return number - 1;
                yield return number + 1_000_003;
                break;
            case string text:
                yield return text + "x";
                break;
            case byte[] bytes:
                yield return (byte[])[.. bytes[..^1], (byte)(bytes[^1] ^ 1)];
                yield return bytes[..^1];
                break;
            default:
                throw new NotSupportedException($"A column holds {value.GetType()}.");
        }

        if (isNullable)
        {
            yield return null;
        }
    }

    /// <summary>The row under other keys, and the same with other contents.</summary>
    public static IEnumerable<object?[]> Copies(TableRows table, object?[] row)
    {
        // The ledger's own number leads every key; rows of another ledger are not this one's.
        foreach (var column in table.Key.Where(column => table.Columns[column].Name != "ledger"))
        {
            object?[] doubled = [.. row];
            doubled[column] = row[column] is long
                ? table.Rows.Max(each => (long)each[column]!) + 1
                : $"{row[column]}x";
            yield return doubled;
            object?[] inserted = [.. doubled];
            for (var other = 0; other < inserted.Length; other++)
            {
                if (inserted[other] is string text && !table.Key.Contains(other))
                {
                    inserted[other] = text + "x";
                }
            }

            yield return inserted;
        }
    }

    /// <summary>Neighbours, and the first with the last, that differ in more than their keys.</summary>
    public static IEnumerable<(object?[] First, object?[] Second)> Pairs(TableRows table)
    {
        var pairs = table.Rows.Zip(table.Rows.Skip(1)).ToList();
        if (table.Rows.Count > 2)
        {
            pairs.Add((table.Rows[0], table.Rows[^1]));
        }

        var differing = pairs.FindAll(pair => Enumerable.Range(0, table.Columns.Count).Except(table.Key)
            .Any(column => Text(pair.First[column]) != Text(pair.Second[column])));
        return differing.Take(2).Concat(differing.TakeLast(1));
    }

    public static object?[] WithKeyOf(TableRows table, object?[] row, object?[] key)
    {
        object?[] other = [.. row];
        foreach (var column in table.Key)
        {
            other[column] = key[column];
        }

        return other;
    }

    public static string Text(object? value) => value is byte[] bytes
        ? Convert.ToHexString(bytes)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "NULL";
}
