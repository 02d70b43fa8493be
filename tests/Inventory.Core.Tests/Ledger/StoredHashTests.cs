using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Core.Tests.Support;
using Inventory.Kits;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Packs;
using Inventory.Policies;
using Inventory.References;
using Inventory.Substitutes;
using Inventory.TestSupport;
using Inventory.Valuation;
using Inventory.Variants;
using NodaTime;

namespace Inventory.Core.Tests.Ledger;

/// <summary>The hashes stored beside rows show every edit, and nothing else.</summary>
[Capability("MOV-01")]
public sealed class StoredHashTests
{
    [Fact]
    public void Commit_IsCoveredWholly() =>
        Sensitivity.Check(new CommitRecord(1, 2, 3, 4, 5), row => row.ComputeCheck());

    [Fact]
    public void Command_IsCoveredWholly() => Sensitivity.Check(
        new CommandRecord(
            1, 2, new CommandKey("k", "s"), "PostMovement", new Digest(ulong.MaxValue, 4), 5, new Stamp("a", "d", "c"),
            new SourceDocument("t", "i", "u"), new byte[] { 1, 2 }),
        row => row.ComputeCheck());

    [Fact]
    public void Command_TellsNoStampFromAnEmptyOne()
    {
        var row = new CommandRecord(1, 2, "k", "X", default, 3, null, null, default);

        Assert.NotEqual(row.ComputeCheck(), (row with { Stamp = new Stamp(string.Empty) }).ComputeCheck());
        Assert.NotEqual(row.ComputeCheck(), (row with { Document = new SourceDocument("", "") }).ComputeCheck());
    }

    [Fact]
    public void Promise_IsCoveredButForTheHashItself() => Sensitivity.Check(
        new PromiseEntry
        {
            Sku = 1,
            Sequence = 2,
            Position = new(3, 4, 5),
            Leg = new(6, 7, 8),
            Step = PromiseStep.Fill,
            Held = 9,
            Expires = 10,
            Committed = 11,
            Backordered = 12,
            Fulfilled = 13,
            Terms = new(14, 15, 16, 17, 18, "holder", 19),
            Recorded = 20,
            Commit = 21,
            Ordinal = 22,
        },
        row => row.ComputeCheck(), "Check");

    [Fact]
    public void Sku_IsCoveredWholly() => Sensitivity.Check(
        new Sku
        {
            Number = 1,
            Code = "A",
            Name = "a",
            BaseUnit = new UnitOfMeasure("kg", "mass", new Ratio(3, 4), 0.001m),
            Conversions = [new UnitConversion("box", "kg", new Ratio(5, 7), 0.5m)],
            Details = new SkuDetails
            {
                Category = 2,
                Variant = new Variant(3, [new VariantValue("size", "S")]),
                Components = [new KitComponent(4, 5)],
                Packs = [new Pack("case", PackLevel.Case, 6, "kg") { WeightGrams = 7 }],
                Substitutes = [new Substitute(8, new Ratio(1, 2), SubstitutionRule.Auto, new LocalDate(2026, 1, 1))],
                Selling = [new ChannelRule(9, new SellingRule { OrderMinimum = 1 })],
                LotRules = [new LotRule(LotUse.Optional, MovementKind.Return)],
                Thresholds = [new ThresholdRule(10, new ThresholdSet { Maximum = 2 })],
                Measures = new SkuMeasures(11, 12),
            },
        },
        row => row.ComputeCheck());

    [Fact]
    public void Location_IsCoveredWholly() => Sensitivity.Check(
        new Location
        {
            Number = 1,
            Code = "A",
            Kind = LocationKind.Site,
            Parent = 2,
            Pool = 3,
            Freeze = new Freeze(FreezeDirection.In, FreezePurpose.Audit, "anna", Times.Minute(0)),
            Details = new LocationDetails
            {
                Address = new BinAddress { Walk = 4, ZMillimetres = 0 },
                Capacity = new BinCapacity { Units = 5, Grams = 6, Millilitres = 7, Pallets = 8, Skus = 9 },
            },
        },
        row => row.ComputeCheck());

    [Fact]
    public void Reason_IsCoveredWholly() => Sensitivity.Check(
        new Reason(1, "A", "a", ReasonDirection.In, "4711"), row => row.ComputeCheck());

    [Fact]
    public void References_AreCoveredWholly()
    {
        Sensitivity.Check(
            new Category
            {
                Number = 1,
                Code = "A",
                Parent = 2,
                Thresholds = [new ThresholdRule(3, new ThresholdSet { Minimum = 4, CountEveryDays = 5 })],
                Selling = new SellingRule { BufferShare = 0.1m },
            },
            row => row.ComputeCheck());
        Sensitivity.Check(new Grade { Number = 1, Code = "A", Name = "a" }, row => row.ComputeCheck());
        Sensitivity.Check(new Owner { Number = 1, Code = "A", Name = "a" }, row => row.ComputeCheck());
        Sensitivity.Check(
            new Channel { Number = 1, Code = "A", Selling = new SellingRule { OrderMaximum = 7 } },
            row => row.ComputeCheck());
        Sensitivity.Check(
            new VariantTemplate { Number = 1, Code = "A", Axes = [new VariantAxis("size", "S", "M")] },
            row => row.ComputeCheck());
    }

    [Fact]
    public void Identifier_IsCoveredWholly() => Sensitivity.Check(
        new Identifier(IdentifierKind.Alias, "A", 1, "ea", new LocalDate(2026, 1, 1), new LocalDate(2026, 2, 1)),
        row => row.ComputeCheck());

    [Fact]
    public void Book_IsCoveredWholly() => Sensitivity.Check(
        new BookDefinition(1, "statutory", CostMethod.Fifo, true), row => row.ComputeCheck());

    [Fact]
    public void Lot_IsCoveredByItsIdentity() => Sensitivity.Check(
        new LotBalance(new Lot(1, 2, "A"), 3, 4), row => row.ComputeCheck(), "OnHand", "LastSequence");

    [Fact]
    public void Ledger_IsCoveredByItsSettings() => Sensitivity.Check(
        new LedgerState(1, "main", Currency.Eur, 4, false, 1, 2, 3, 4, 5, 6),
        row => row.ComputeCheck(),
        "CatalogVersion", "Skus", "Locations", "Reasons", "LastCommit", "LastRecorded", "References");
}
