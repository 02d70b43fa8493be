using Inventory.Samples.Quickstart.Year;
using NodaTime;
using NodaTime.Text;

namespace Inventory.Quickstart.Tests;

/// <summary>Small years for tests: "invoice,code,quantity,time,price" a line, the first of which is row 2.</summary>
internal static class Sales
{
    public static string Text(params string[] lines) =>
        "Invoice,StockCode,Quantity,InvoiceDate,Price\n" + string.Join('\n', lines);

    public static ShopYear Year(params string[] lines) => Read(Text(lines));

    public static ShopYear Read(string text) =>
        ShopYearReader.Read(new StringReader(text), () => new StringReader(text));

    public static Instant At(string time) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(time).Value.InUtc().ToInstant();

    public static SkuSales Sku(this ShopYear year, string sku) => year.Skus.Single(each => each.Sku == sku);

    public static string[] Keys(this ShopYear year) => [.. year.Events.ToArray().Select(each => year.KeyOf(each))];

    public static StockEvent Event(this ShopYear year, string key) =>
        year.Events.ToArray().Single(each => year.KeyOf(each) == key);
}
