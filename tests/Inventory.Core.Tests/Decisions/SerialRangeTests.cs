using Inventory.Core.Tests.Support;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Decisions;

/// <summary>Ranges and lists of serials that move as one operation.</summary>
[Capability("LOT-03")]
public sealed class SerialRangeTests
{
    private readonly World _world = new();

    [Fact]
    public void Range_ComesIn_Moves_AndGoesOut()
    {
        _world.Post(Receipt(100, new SerialRange("SN-001", "SN-100")));
        _world.Post(Move(MovementKind.Transfer, 50, "B2", new SerialRange("SN-011", "SN-060")));
        _world.Post(Move(MovementKind.Issue, 12, null, new SerialRange("SN-001", "SN-010"), new("sn-099"),
            new("SN-100")));

        Assert.Equal(100, _world.Ledger.Lots.Count);
        Assert.Equal(88, _world.Ledger.Lots.Values.Sum(lot => lot.OnHand));
        Assert.All(_world.Ledger.Lots.Values, lot => Assert.InRange(lot.OnHand, 0, 1));
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void Cost_IsSharedOut_ToTheLastUnit()
    {
        var line = Receipt(3, new SerialRange("S1", "S3"));
        _world.Post(line with { Lines = [line.Lines[0] with { Cost = Cost.Total(10) }] });

        var costs = _world.Ledger.Entries.Values.Single().Select(entry => entry.Cost!.Value).ToList();
        Assert.Equal([33_333, 33_334, 33_333], costs);
    }

    [Theory]
    [InlineData("S1", "T3")]
    [InlineData("S1", "S10")]
    [InlineData("S3", "S1")]
    [InlineData("SA", "SB")]
    [InlineData("", "S1")]
    public void Ends_ThatMakeNoRange_AreRefused(string first, string last) =>
        Assert.Equal("lines[0].serials", _world
            .Refuse(Receipt(3, new SerialRange(first, last)), ErrorCodes.InvalidSerialRange).Target);

    [Fact]
    public void Serials_InStock_AreRefused_TheFirstTwentyByName()
    {
        _world.Post(Receipt(60, new SerialRange("SN-021", "SN-080")));

        var error = _world.Refuse(Receipt(100, new SerialRange("SN-001", "SN-100")), ErrorCodes.InvalidSerialRange);

        Assert.Equal(string.Join(", ", Enumerable.Range(21, 20).Select(number => $"SN-0{number}")), error.Actual);
        Assert.StartsWith("60 serials are in stock already", error.Message, StringComparison.Ordinal);
        Assert.Equal(60, _world.Ledger.Lots.Count);
    }

    [Fact]
    public void Overlap_IsRefused()
    {
        var error = _world.Refuse(
            Receipt(8, new SerialRange("S1", "S5"), new("s4", "s6")), ErrorCodes.InvalidSerialRange);
        Assert.Equal("s4, s5", error.Actual);
        var twice = Receipt(2, new SerialRange("S1", "S2"));
        var single = twice.Lines[0] with { Serials = null, Lot = "S2", Quantity = Quantity.Each(1) };
        _world.Refuse(twice with { Lines = [twice.Lines[0], single] }, ErrorCodes.SerialState);
    }

    [Fact]
    public void Quantity_ThatIsNotTheirNumber_IsRefused() =>
        _world.Refuse(Receipt(4, new SerialRange("S1", "S3")), ErrorCodes.InvalidSerialRange);

    [Fact]
    public void TooMany_AreRefused() => _world.Refuse(
        Receipt(PostMovement.SerialsMax + 1, new SerialRange("S000001", $"S{PostMovement.SerialsMax + 1}")),
        ErrorCodes.InvalidSerialRange);

    [Fact]
    public void Missing_SayNoMoreThanTwentyTimes()
    {
        _world.Post(Receipt(1, new SerialRange("SN-050")));

        var errors = _world.Harness.Send(Move(MovementKind.Issue, 100, null, new SerialRange("SN-001", "SN-100")))
            .Refused!;

        Assert.Equal(20, errors.Count);
        Assert.All(errors, error => Assert.Equal(ErrorCodes.LotNotFound, error.Code));
    }

    [Fact]
    public void Line_OfSeveralSerials_IsReversedAsAWhole()
    {
        var receipt = Receipt(5, new SerialRange("S1", "S5"));
        _world.Post(receipt);

        _world.Refuse(
            new ReverseMovement(_world.Key(), receipt.Key) { Line = 0, Quantity = Quantity.Each(1) },
            ErrorCodes.InvalidField);
        _world.Post(new ReverseMovement(_world.Key(), receipt.Key) { Line = 0 });
        Assert.Equal(0, _world.Ledger.Lots.Values.Sum(lot => lot.OnHand));
    }

    [Property(MaxTest = 200)]
    public void Range_NamesEachSerialOnce_InOrder(ushort start, byte count, byte width)
    {
        var digits = Math.Max(width % 18 + 1, 6);
        var (first, last) = (Name(start), Name(start + count));
        var serials = new SerialRange(first, last).EnumerateSerials().ToList();

        Assert.Equal(count + 1, new SerialRange(first, last).CountSerials());
        Assert.Equal(Enumerable.Range(start, count + 1).Select(number => Name(number)), serials);

        string Name(int number) => "SN" + number.ToString("D" + digits, System.Globalization.CultureInfo.InvariantCulture);
    }

    private PostMovement Receipt(int quantity, params SerialRange[] serials) => new(
        _world.Key(), MovementKind.Receipt,
        new MovementLine("PHONE", Quantity.Each(quantity)) { To = "B1", Cost = Cost.PerUnit(1), Serials = serials });

    private PostMovement Move(MovementKind kind, int quantity, string? to, params SerialRange[] serials) => new(
        _world.Key(), kind,
        new MovementLine("PHONE", Quantity.Each(quantity)) { From = "B1", To = to, Serials = serials });
}
