using System.Collections.Immutable;
using System.Globalization;

namespace Inventory.Sqlite.Schema;

/// <summary>All steps of the schema: the embedded SQL files, in order.</summary>
internal static class Migrations
{
    /// <summary>The steps, numbered densely from 1.</summary>
    public static ImmutableArray<Migration> All { get; } = Load();

    /// <summary>The version this package works with.</summary>
    public static int Required => All.Length;

    private static ImmutableArray<Migration> Load()
    {
        var assembly = typeof(Migrations).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    var version = int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
                    return new Migration(version, Path.GetFileNameWithoutExtension(name), reader.ReadToEnd());
                }),
        ];
    }
}
