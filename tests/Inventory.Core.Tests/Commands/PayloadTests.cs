using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Core.Tests.Support;
using Inventory.Kits;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Packs;
using Inventory.Picking;
using Inventory.Policies;
using Inventory.References;
using Inventory.Reservations;
using Inventory.Substitutes;
using Inventory.TestSupport;
using Inventory.Variants;
using NodaTime;

namespace Inventory.Core.Tests.Commands;

/// <summary>A payload's hash tells a repeated command from another one that was given the same key.</summary>
[Capability("MOV-06")]
public sealed class PayloadTests
{
    private static readonly Command[] Examples =
    [
        new DefineSku("k", "A") { Name = "n", Conversions = [new UnitConversion("box", "ea", new Ratio(12, 1))] },
        new ChangeLifecycle("k", "A", Lifecycle.Active),
        new AddIdentifier("k", "A", IdentifierKind.Alias, "B") { Unit = "box", ValidFrom = new LocalDate(2026, 1, 1) },
        new DefineLocation("k", "A", LocationKind.Site, "P") { Negative = NegativeStock.AllowToLimit, NegativeLimit =
            3, Address = new BinAddress { Walk = 1, XMillimetres = 2 } },
        new SetAddress("k", "A", new BinAddress { Walk = 1, XMillimetres = 2, YMillimetres = 3, ZMillimetres = 4 }),
        new FreezeLocation("k", "A", "anna", FreezePurpose.Audit)
        {
            Direction = FreezeDirection.Out,
            Until = Times.Minute(0),
        },
        new UnfreezeLocation("k", "A"),
        new ChangeLotStatus("k", "A", "L", LotStatus.Recalled),
        new PostMovement("k", MovementKind.Receipt, Line()) { Effective = Times.Minute(0), ControlTotal = 2.5m },
        new CountStock("k", "A", "B1", Quantity.Each(3)) { Lot = "L", Cost = Cost.PerUnit(2) },
        new ReverseMovement("k", "o") { Line = 1, Quantity = Quantity.Each(2) },
        new DispatchTransfer("k", "A", Line()) { Effective = Times.Minute(0) },
        new ReceiveTransfer("k", "o", new ArrivalLine(0, Quantity.Each(1)) { Lost = Quantity.Each(2), To = "B1" })
        {
            Reason = "R",
            Effective = Times.Minute(0),
        },
        new DefineReason("k", "A", ReasonDirection.In) { Name = "n", Account = "a" },
        new ReserveStock("k", "A", "P", Quantity.Each(1)),
        new DefineCategory("k", "A", "P")
        {
            Name = "n",
            Thresholds = [new ThresholdLine(new ThresholdSet { ReorderPoint = 3, LeadTimeDays = 4 }, "B1")],
            Selling = new SellingRule { BufferShare = 0.5m, OrderMinimum = 2 },
        },
        new DefineGrade("k", "A") { Name = "n" },
        new DefineOwner("k", "A") { Name = "n" },
        new DefineChannel("k", "A") { Selling = new SellingRule { BufferUnits = 1, CustomerLimit = 2 } },
        new DefineVariants("k", "A", new VariantAxis("size", "S", "M")) { Replaces = true },
        new SetCategory("k", "A", "C"),
        new SetMeasures("k", "A", new SkuMeasures(5, 6)),
        new SetCapacity("k", "A", new BinCapacity { Units = 1, Grams = 2, Millilitres = 3, Pallets = 4, Skus = 5 }),
        new SetLotRules("k", "A", new LotRule(LotUse.Optional, MovementKind.Receipt)),
        new SetShelfLife("k", "A", new ShelfLife(30, 5, 10)),
        new SetComponents("k", "A", new KitPart("B", Quantity.Each(2))),
        new SetPacks("k", "A", new Pack("case", PackLevel.Case, 12, "ea") { Version = 2, WeightGrams = 3 }),
        new SetVariant("k", "A", "T", new VariantValue("size", "S")),
        new SetSubstitutes("k", "A", new SubstituteLine("B", new Ratio(2, 3), SubstitutionRule.Auto)
        {
            ValidFrom = new LocalDate(2026, 1, 1),
            ValidTo = new LocalDate(2026, 2, 1),
        }),
        new SetSelling("k", "A", new SellingLine(new SellingRule { OversellLimit = 1 }, "W")),
        new SetThresholds("k", "A", new ThresholdLine(new ThresholdSet { SafetyStock = 1 }, "W")),
        new ReleaseReservation("k", "o") { Quantity = Quantity.Each(1) },
        new ConvertReservation("k", "o"),
        new ExtendReservation("k", "o") { Until = Times.Minute(0) },
        new AllocateReservation("k", "o")
        {
            Life = new MinimumLife(3, new Ratio(1, 2)),
            Goods = [new AllocationLine("A", Quantity.Each(1), "B1") { Lot = "L" }],
        },
        new DeallocateReservation("k", "o") { Location = "B1" },
        new ReallocateReservation("k", "o", "p", "A") { Quantity = Quantity.Each(1) },
    ];

    public static TheoryData<int> Numbers => new(Enumerable.Range(0, Examples.Length));

    [Fact]
    public void EveryCommand_HasAnExample() => Assert.Equal(
        typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract)
            .ToHashSet(),
        [.. Examples.Select(command => command.GetType())]);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Payload_ChangesWithEveryFieldButTheKey(int number) =>
        Sensitivity.Check(Examples[number], command => command.ComputePayload(), "Key");

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Payload_IsTheSameInEveryCulture(int number)
    {
        var expected = Examples[number].ComputePayload();

        Assert.All(Cultures.Awkward, culture =>
            Assert.Equal(expected, Cultures.Run(culture, Examples[number].ComputePayload)));
        Assert.Equal(expected, (Examples[number] with { Key = "another" }).ComputePayload());
    }

    [Fact]
    public void Payloads_OfAllKindsDiffer()
    {
        // Commands whose fields look alike are told apart by their kind.
        Command[] alike = [new DefineReason("k", "A"), new ChangeLifecycle("k", "A", Lifecycle.Draft),
            new DefineSku("k", "A")];

        Assert.Equal(Examples.Length + alike.Length, Examples.Concat(alike)
            .Select(command => command.ComputePayload()).Distinct().Count());
        Assert.NotEqual(
            new ReverseMovement("k", new CommandKey("a", "b")).ComputePayload(),
            new ReverseMovement("k", new CommandKey("b", "a")).ComputePayload());
    }

    [Fact]
    public void Line_IsCoveredWholly() => Sensitivity.Check(
        Line(), line => new PostMovement("k", MovementKind.Issue, line).ComputePayload());

    [Theory]
    [InlineData("1.0", "1.00")]
    [InlineData("100", "100.000")]
    [InlineData("0", "0.000")]
    [InlineData("0", "-0.0")]
    [InlineData("0", "-0")]
    [InlineData("0.5000000000000000000000000000", "0.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void EqualNumbers_AreOnePayload(string number, string same) =>
        Assert.Equal(PayloadOf(Parse(number)), PayloadOf(Parse(same)));

    [Property]
    public void Numbers_AreEqualExactlyWhenTheirPayloadsAre(decimal number, decimal other)
    {
        Assert.Equal(number == other, PayloadOf(number) == PayloadOf(other));
        Assert.Equal(PayloadOf(number), PayloadOf(number * 1.00m));
        Assert.Equal(PayloadOf(number), PayloadOf(-(-number)));
    }

    [Fact]
    public void ManyLines_AreHashedWhole()
    {
        var lines = Enumerable.Range(0, 500).Select(i => Line() with { DocumentLine = i }).ToArray();
        var last = lines[..^1].Append(lines[^1] with { DocumentLine = 9_999 }).ToArray();

        Assert.NotEqual(
            new PostMovement("k", MovementKind.Issue, lines).ComputePayload(),
                new PostMovement("k", MovementKind.Issue, last).ComputePayload());
    }

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Digest PayloadOf(decimal amount) =>
        new CountStock("k", "A", "B1", Quantity.Each(amount)).ComputePayload();

    private static MovementLine Line() => new("A", Quantity.Each(2))
    {
        From = "S",
        To = "B",
        Lot = "L",
        Cost = Cost.Total(3),
        Grade = "g",
        Owner = "o",
        ExpectedVersion = 4,
        DocumentLine = 5,
    };
}
