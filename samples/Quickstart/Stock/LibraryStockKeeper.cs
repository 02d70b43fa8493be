using Inventory.Commands;
using Inventory.Locations;
using Inventory.Samples.Quickstart.Input;
using Inventory.Samples.Quickstart.Year;
using Inventory.Sqlite;
using Inventory.Valuation;
using Inventory.Verification;

namespace Inventory.Samples.Quickstart.Stock;

/// <summary>Keeps stock with the inventory library, in one SQLite file with default settings.</summary>
/// <param name="folder">Where <c>stock.db</c> lies.</param>
internal sealed class LibraryStockKeeper(string folder) : IStockKeeper
{
    public const string Shop = "SHOP";
    public const string Fifo = "fifo";
    public const string Average = "average";

    public async Task<StockAnswers> KeepAsync(
        SalesFile source, ShopYear year, IProgress<ReplayStep> progress, CancellationToken cancellationToken)
    {
        await using SqliteStore store = new($"Data Source={Path.Combine(folder, "stock.db")}");
        await store.EnsureSchemaAsync(cancellationToken);
        await using IInventory inventory = await InventoryEngine
            .OpenAsync(store, Options(), cancellationToken: cancellationToken);

        await OpenShopAsync(inventory, source, cancellationToken);
        await new Replay(inventory, year).RunAsync(progress, cancellationToken);

        IReadOnlyList<decimal> monthEnds = await StockReading.MonthEndValuesAsync(inventory, year, cancellationToken);
        IReadOnlyList<StockFigures> figures = await StockReading.FiguresAsync(inventory, year, cancellationToken);
        VerifyReport report = await inventory.VerifyAsync(cancellationToken: cancellationToken);
        return new StockAnswers(figures, monthEnds, Describe(report));
    }

    private static InventoryOptions Options()
    {
        InventoryOptions options = new() { Currency = Currency.Gbp, CostScale = 4 };
        options.Books.Add(new BookOptions { Name = Fifo, Method = CostMethod.Fifo, Inline = true });
        options.Books.Add(new BookOptions { Name = Average, Method = CostMethod.MovingAverage });
        return options;
    }

    /// <summary>
    /// The first command of the ledger names the file and its SHA-256 as its source document. A key means one payload
    /// for ever, so the same file passes again and another one is refused, without a note of our own anywhere.
    /// </summary>
    private static async Task OpenShopAsync(IInventory inventory, SalesFile source, CancellationToken cancellationToken)
    {
        DefineLocation open = new("shop", Shop, LocationKind.Site)
        {
            Document = new SourceDocument("sales file", source.Sha256),
        };
        Result<Posted> opened = await inventory.ExecuteAsync(open, cancellationToken);
        if (!opened.Succeeded && opened.Errors[0].Code == ErrorCodes.IdempotencyMismatch)
        {
            Change first = await inventory.ReadChangesAsync(cancellationToken: cancellationToken)
                .FirstAsync(cancellationToken);
            throw new InputException(
                $"{source.Path} is another file than the one in stock.db: its SHA-256 is {source.Sha256}, the other's "
                + $"{first.Document?.Id}. Use another --out folder for it.");
        }

        opened.GetValueOrThrow();
    }

    private static LedgerCheck Describe(VerifyReport report) => report.IsClean
        ? new LedgerCheck(true, string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{report.Entries} entries of {report.Skus} SKUs and {report.Commands} commands checked"))
        : new LedgerCheck(false, string.Join(" ", report.Findings.Take(3)));
}
