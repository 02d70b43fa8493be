namespace Inventory.Testing.Storage;

/// <summary>Assertions that need no test framework.</summary>
internal static class Expect
{
    public static void That(bool holds, string law)
    {
        if (!holds)
        {
            throw new StoreConformanceException($"Not so: {law}.");
        }
    }

    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new StoreConformanceException($"{what}: expected {Text(expected)}, found {Text(actual)}.");
        }
    }

    public static void Rows<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        var (wanted, found) = (expected.ToList(), actual.ToList());
        for (var i = 0; i < Math.Max(wanted.Count, found.Count); i++)
        {
            var (left, right) = (At(wanted, i), At(found, i));
            if (i >= wanted.Count || i >= found.Count || !EqualityComparer<T>.Default.Equals(wanted[i], found[i]))
            {
                throw new StoreConformanceException(
                    $"{what}, row {i} of {wanted.Count} expected and {found.Count} found: "
                    + $"expected {left}, found {right}.");
            }
        }
    }

    /// <summary>The same rows, whatever their order.</summary>
    public static void Set<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what) =>
        Rows(expected.OrderBy(Text, StringComparer.Ordinal), actual.OrderBy(Text, StringComparer.Ordinal), what);

    public static async Task ThrowsAsync<TException>(Func<Task> action, string what)
        where TException : Exception
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (TException)
        {
            return;
        }
        catch (Exception other) when (other is not StoreConformanceException)
        {
            throw new StoreConformanceException(
                $"{what}: expected {typeof(TException).Name}, got {other.GetType().Name}.", other);
        }

        throw new StoreConformanceException($"{what}: expected {typeof(TException).Name}, but it passed.");
    }

    public static async Task<List<T>> CollectAsync<T>(this IAsyncEnumerable<T> rows)
    {
        var all = new List<T>();
        await foreach (var row in rows.ConfigureAwait(false))
        {
            all.Add(row);
        }

        return all;
    }

    private static string At<T>(List<T> rows, int index) => index < rows.Count ? Text(rows[index]) : "nothing";

    private static string Text<T>(T value) => value?.ToString() ?? "null";
}
