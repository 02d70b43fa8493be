using Inventory.Core.Tests.Support;
using Inventory.Movements;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Decisions;

/// <summary>A serial is one unit: it is in stock once or not at all.</summary>
[Capability("LOT-02")]
public sealed class SerialTests
{
    private readonly World _world = new();

    [Fact]
    public void Life_OfASerial()
    {
        _world.Post(_world.Receipt("PHONE", 1, lot: "S1"));
        _world.Post(_world.Transfer("PHONE", 1, lot: "S1"));
        _world.Post(_world.Issue("PHONE", 1, "B2", "S1"));
        _world.Post(_world.Movement(MovementKind.Return, World
            .Line("PHONE", 1, to: "SHOP") with { Lot = "S1", Cost = Cost.Zero }));
        _world.Post(_world.Scrap("PHONE", 1, "SHOP", "S1"));

        Assert.Equal((0, 5),
            (_world.Ledger.Lots.Values.Single().OnHand, _world.Ledger.Lots.Values.Single().LastSequence));
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void Receipt_OfASerialInStock_IsRefused()
    {
        _world.Post(_world.Receipt("PHONE", 1, lot: "S1"));

        var error = _world.Refuse(_world.Receipt("PHONE", 1, "SHOP", lot: "s1"), ErrorCodes.SerialState);

        Assert.Equal("lines[0].lot", error.Target);
        Assert.Contains("in stock already, since entry 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Receipt_OfOneSerialTwice_IsRefused()
    {
        var line = World.Line("PHONE", 1, to: "B1") with { Lot = "S1", Cost = Cost.Zero };

        var error = _world.Refuse(
            _world.Movement(MovementKind.Receipt, line, line with { To = "B2", Lot = " s1" }), ErrorCodes.SerialState);

        Assert.Equal("lines[1].lot", error.Target);
        _world.Post(_world.Movement(MovementKind.Receipt, line, line with { Lot = "S2" }));
    }

    [Fact]
    public void Issue_OfASerialThatLeft_IsRefused()
    {
        _world.Post(_world.Receipt("PHONE", 1, lot: "S1"));
        _world.Post(_world.Issue("PHONE", 1, lot: "S1"));

        var error = _world.Refuse(_world.Issue("PHONE", 1, lot: "S1"), ErrorCodes.SerialState);

        Assert.Contains("not in stock, since entry 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(12)]
    public void Quantity_OtherThanOne_IsRefused(int quantity) => Assert.Equal(
        "lines[0].quantity", _world.Refuse(_world.Receipt("PHONE", quantity, lot: "S1"), ErrorCodes.SerialState).Target);

    [Theory]
    [InlineData("OPEN")]
    [InlineData("LIMIT")]
    public void Serial_IsNeverOverdrawn(string place)
    {
        // A place may be short of goods that are alike, but not of one that lies elsewhere.
        _world.Post(_world.Receipt("PHONE", 1, lot: "S1"));

        _world.Refuse(_world.Issue("PHONE", 1, place, "S1"), ErrorCodes.Insufficient);
        _world.Refuse(
            _world.Movement(
                MovementKind.Issue,
                World.Line("PHONE", 1, "B1") with { Lot = "S1" }, World.Line("PHONE", 1, "B1") with { Lot = "S1" }),
            ErrorCodes.Insufficient);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, -1)]
    public void Count_OfASerialInStock_FindsItOrNot(int seen, int difference)
    {
        _world.Post(_world.Receipt("PHONE", 1, lot: "S1"));

        var entry = Assert.Single(_world.Post(_world.Count("PHONE", seen, lot: "S1")).Entries);

        Assert.Equal((Math.Abs(difference), seen), (entry.Quantity, entry.Counted));
        Assert.Equal(seen, _world.OnHand("PHONE"));
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void Count_OfALostSerial_FindsItAgain()
    {
        _world.Post(_world.Receipt("PHONE", 1, lot: "S1"));
        _world.Post(_world.Count("PHONE", 0, lot: "S1"));

        _world.Post(_world.Count("PHONE", 1, "SHOP", "S1"));

        Assert.Equal((0, 1), (_world.OnHand("PHONE"), _world.OnHand("PHONE", "SHOP")));
    }

    [Fact]
    public void Count_OfASerialThatLiesElsewhere_IsRefused()
    {
        _world.Post(_world.Receipt("PHONE", 1, lot: "S1"));

        Assert.Equal("lot", _world.Refuse(_world.Count("PHONE", 1, "SHOP", "S1"), ErrorCodes.SerialState).Target);
        _world.Post(_world.Count("PHONE", 0, "SHOP", "S1"));
    }

    [Fact]
    public void Count_OfSeveralUnitsOfOneSerial_IsRefused()
    {
        _world.Post(_world.Receipt("PHONE", 1, lot: "S1"));

        Assert.Equal(("seen", "0 or 1"), Refused(_world.Count("PHONE", 2, lot: "S1")));
        Assert.Equal(("seen", "0 or 1"),
            Refused(_world.Count("PHONE", 0, lot: "S1") with { Seen = new Quantity(1, "crate") }));
    }

    private (string Target, string? Allowed) Refused(CountStock count)
    {
        var error = _world.Refuse(count, ErrorCodes.SerialState);
        return (error.Target, error.Allowed);
    }
}
