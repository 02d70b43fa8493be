using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.References;
using NodaTime;

namespace Inventory.Core.Tests.Support;

/// <summary>A harness with a few SKUs and places, and short forms of the commands that tests send most.</summary>
/// <remarks>
/// Pieces (<c>NUT</c>), lots (<c>MILK</c>), serials (<c>PHONE</c>), kilograms (<c>RICE</c>) and a service
/// (<c>REPAIR</c>). The site <c>WH</c> has the bins <c>B1</c>, <c>B2</c>, <c>LIMIT</c> (down to -5) and <c>OPEN</c>
/// (no limit); the shop <c>SHOP</c> is another site.
/// </remarks>
internal sealed class World
{
    private int _keys;

    public World(HarnessOptions? options = null)
    {
        Harness = new Harness(options) { Now = Times.Start - 3_600 * Harness.Second };
        Define();
        Harness.Now = Times.Start;
    }

    public Harness Harness { get; }

    public MemoryLedger Ledger => Harness.Ledger;

    public CommandKey Key() => new($"key-{++_keys}");

    public static MovementLine Line(string sku, decimal quantity, string? from = null, string? to = null) =>
        new(sku, new Quantity(quantity, sku == "RICE" ? "kg" : "ea")) { From = from, To = to };

    public PostMovement Movement(MovementKind kind, params IReadOnlyList<MovementLine> lines) => new(Key(), kind, lines)
    {
        Reason = kind is MovementKind.Adjustment or MovementKind.Scrap ? "FIX" : null,
        Stamp = new Stamp("tester"),
    };

    public PostMovement Receipt(string sku, decimal quantity, string to = "B1", decimal total = 10, string? lot =
        null) =>
        Movement(MovementKind.Receipt, Line(sku, quantity, to: to) with { Cost = Cost.Total(total), Lot = lot });

    public PostMovement Issue(string sku, decimal quantity, string from = "B1", string? lot = null) =>
        Movement(MovementKind.Issue, Line(sku, quantity, from) with { Lot = lot });

    public PostMovement Transfer(string sku, decimal quantity, string from = "B1", string to = "B2", string? lot =
        null) =>
        Movement(MovementKind.Transfer, Line(sku, quantity, from, to) with { Lot = lot });

    public PostMovement Scrap(string sku, decimal quantity, string from = "B1", string? lot = null) =>
        Movement(MovementKind.Scrap, Line(sku, quantity, from) with { Lot = lot });

    public CountStock Count(string sku, decimal seen, string place = "B1", string? lot = null) =>
        new(Key(), sku, place, new Quantity(seen, sku == "RICE" ? "kg" : "ea")) { Lot = lot };

    public ReverseMovement Reverse(Command original, int? line = null, Quantity? quantity = null) =>
        new(Key(), original.Key) { Line = line, Quantity = quantity };

    public Inventory.Decisions.ChangeSet Post(Command command) => Harness.Post(command);

    public InventoryError Refuse(Command command, ErrorCode code) => Harness.Refuse(command, code);

    /// <summary>Adds the grade <c>OPEN</c>, which has number 1.</summary>
    public World WithGrade()
    {
        Post(new DefineGrade(Key(), "OPEN") { Name = "Open box" });
        return this;
    }

    /// <summary>Adds the owner <c>ACME</c>, which has number 1.</summary>
    public World WithOwner(OwnerTerms terms = OwnerTerms.NotForSale)
    {
        Post(new DefineOwner(Key(), "ACME") { Terms = terms, Replaces = true });
        return this;
    }

    /// <summary>Units at a place, of all lots, in steps.</summary>
    public long OnHand(string sku, string place = "B1", StockStatus status = StockStatus.Available)
    {
        var number = Ledger.Locations.Values.Single(location => location.Code == place).Number;
        return Ledger.Balances.Values
            .Where(balance => balance.Sku == SkuNumber(sku) && balance.Spot.Place == number
                && balance.Spot.Status == status)
            .Sum(balance => balance.Quantity);
    }

    public Inventory.Ledger.Position Position(string sku, string pool = "WH", int grade = 0, int owner = 0)
    {
        var number = Ledger.Locations.Values.Single(location => location.Code == pool).Number;
        return Ledger.Positions.GetValueOrDefault((SkuNumber(sku), new(number, owner, grade)));
    }

    public int SkuNumber(string sku) => Ledger.Skus.Values.Single(row => row.Code == sku).Number;

    public void At(Instant now) => Harness.Now = Inventory.Ledger.Micros.Floor(now);

    private void Define()
    {
        Place("WH", LocationKind.Site);
        Place("B1", LocationKind.Bin, "WH");
        Place("B2", LocationKind.Bin, "WH");
        Place("LIMIT", LocationKind.Bin, "WH", NegativeStock.AllowToLimit, 5);
        Place("OPEN", LocationKind.Bin, "WH", NegativeStock.Allow);
        Place("SHOP", LocationKind.Site);
        Place("ZONE", LocationKind.Zone, "WH");
        Sku(new DefineSku(Key(), "NUT") { Conversions = [new UnitConversion("box", "ea", new Ratio(12, 1))] });
        Sku(new DefineSku(Key(), "MILK") { Tracking = Tracking.Lot });
        Sku(new DefineSku(Key(), "PHONE")
        {
            Tracking = Tracking.Serial,
            Conversions =
            [new UnitConversion("crate", "ea", new Ratio(20, 1))]
        });
        Sku(new DefineSku(Key(), "RICE") { BaseUnit = UnitOfMeasure.Kilogram });
        Sku(new DefineSku(Key(), "REPAIR") { Type = SkuType.Service });
        Sku(new DefineSku(Key(), "DRAFT") { Lifecycle = Lifecycle.Draft });
        Reason("FIX", ReasonDirection.Both);
        Reason("FOUND", ReasonDirection.In);
        Reason("LOST", ReasonDirection.Out);
    }

    private void Place(
        string code, LocationKind kind, string? parent = null, NegativeStock negative = NegativeStock.Forbid,
            long limit = 0) =>
        Post(new DefineLocation(Key(), code, kind, parent)
        {
            Negative = negative,
            NegativeLimit = limit,
            Stamp = new Stamp("tester"),
        });

    private void Sku(DefineSku define) => Post(define with { Stamp = new Stamp("tester") });

    private void Reason(string code, ReasonDirection direction) =>
        Post(new DefineReason(Key(), code, direction) { Stamp = new Stamp("tester") });
}
