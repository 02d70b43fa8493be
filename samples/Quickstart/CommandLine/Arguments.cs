using System.Globalization;

namespace Inventory.Samples.Quickstart.CommandLine;

/// <summary>What the caller asked for.</summary>
/// <param name="Path">The file to replay; null for a made-up year.</param>
/// <param name="OutFolder">Where the database and the results go.</param>
/// <param name="Seed">What the made-up year grows from.</param>
/// <param name="WantsHelp">Print the usage and do nothing.</param>
internal sealed record Arguments(string? Path, string OutFolder, long Seed, bool WantsHelp)
{
    public const string Usage =
        """
        Replays a shop's year of sales through the inventory ledger and reports on it.

        Usage: Quickstart [path] [--out DIR] [--seed N]

          path        A CSV file, plain or gzip, with the columns InvoiceNo (or Invoice), StockCode,
                      Quantity, InvoiceDate, UnitPrice (or Price), and perhaps Description.
                      Without a path the program makes up a year of its own and replays that.
          --out DIR   Where stock.db, sku.csv, totals.json and month_end_value.csv go.
                      Default: quickstart-out
          --seed N    Makes up another year: a whole number, default 1. Not with a path.
          --help      Prints this.

        A run that was interrupted goes on where it was when started again with the same arguments.
        Exit code: 0 done, 1 the ledger's check found something, 2 wrong arguments or input.
        """;

    private const string DefaultOutFolder = "quickstart-out";
    private const long DefaultSeed = 1;

    /// <exception cref="UsageException">The arguments make no sense; the message says which.</exception>
    public static Arguments Parse(IReadOnlyList<string> args)
    {
        string? path = null;
        string? outFolder = null;
        long? seed = null;
        for (int i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--help" or "-h" or "-?":
                    return new Arguments(null, DefaultOutFolder, DefaultSeed, WantsHelp: true);
                case "--out":
                    outFolder = Once(outFolder, ValueAfter(args, i++), "--out");
                    break;
                case "--seed":
                    seed = Once(seed, ReadSeed(ValueAfter(args, i++)), "--seed");
                    break;
                case ['-', ..]:
                    throw new UsageException($"There is no option {args[i]}.");
                default:
                    path = Once(path, args[i], "path");
                    break;
            }
        }

        return path is not null && seed is not null
            ? throw new UsageException("--seed makes up a year; with a path there is nothing to make up.")
            : new Arguments(path, outFolder ?? DefaultOutFolder, seed ?? DefaultSeed, WantsHelp: false);
    }

    private static T Once<T>(T? before, T now, string name) =>
        before is null ? now : throw new UsageException($"There is more than one {name}.");

    private static string ValueAfter(IReadOnlyList<string> args, int option) =>
        option + 1 < args.Count && args[option + 1].Length > 0
            ? args[option + 1]
            : throw new UsageException($"{args[option]} needs a value.");

    private static long ReadSeed(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seed)
            ? seed
            : throw new UsageException($"--seed needs a whole number, not {text}.");
}
