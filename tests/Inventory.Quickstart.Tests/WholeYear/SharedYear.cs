using System.IO.Compression;

namespace Inventory.Quickstart.Tests.WholeYear;

/// <summary>A real shop's year and its right answer, which lie outside the repository and may be absent.</summary>
internal static class SharedYear
{
    public const string Absence = "The shop's year and its expected figures (../shared/data) are not there.";

    private static readonly string? _data = Find();

    public static bool IsThere => _data is not null;

    public static string Sales => In("online_retail.csv.gz");

    public static string ExpectedTotals => File.ReadAllText(In("expected", "retail1_totals.json"));

    public static string ExpectedMonthEnds => File.ReadAllText(In("expected", "retail1_month_end_value.csv"));

    public static string ExpectedSkus
    {
        get
        {
            using FileStream zipped = File.OpenRead(In("expected", "retail1_sku.csv.gz"));
            using StreamReader text = new(new GZipStream(zipped, CompressionMode.Decompress));
            return text.ReadToEnd();
        }
    }

    private static string In(params string[] parts) =>
        Path.Combine([_data ?? throw new InvalidOperationException(Absence), .. parts]);

    // Where the caller says, or beside the repository, or beside the folder that holds it: a second working tree may
    // lie one level deeper.
    private static string? Find()
    {
        string? expected = Environment.GetEnvironmentVariable("QUICKSTART_EXPECTED");
        if (!string.IsNullOrEmpty(expected))
        {
            return Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(expected)));
        }

        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Inventory.Core.sln")))
        {
            folder = folder.Parent;
        }

        for (folder = folder?.Parent; folder is not null; folder = folder.Parent)
        {
            string data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(Path.Combine(data, "expected")))
            {
                return data;
            }
        }

        return null;
    }
}
