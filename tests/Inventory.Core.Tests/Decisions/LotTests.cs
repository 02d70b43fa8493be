using Inventory.Core.Tests.Support;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Decisions;

[Capability("LOT-01")]
public sealed class LotTests
{
    private readonly World _world = new();

    [Fact]
    public void Receipt_OfANewLot_NamesIt()
    {
        var posted = _world.Post(_world.Receipt("MILK", 5, lot: " a-1 "));

        var day = posted.Entries[0].BusinessDate;
        Assert.Equal(
            new Lot(_world.SkuNumber("MILK"), 1, "a-1") { Term = LotTerm.Of(day) }, Assert.Single(posted.Lots));
        Assert.Equal((1, 1), (posted.Entries[0].From.Lot, posted.Entries[0].To.Lot));
        Assert.Equal((5, 1),
            (_world.Ledger.Lots.Values.Single().OnHand, _world.Ledger.Lots.Values.Single().LastSequence));
    }

    [Fact]
    public void Receipt_OfAKnownLot_InAnotherSpelling_FindsIt()
    {
        _world.Post(_world.Receipt("MILK", 5, lot: "e\u0301-1"));
        _world.Harness.Forget();

        var posted = _world.Post(_world.Receipt("MILK", 3, lot: " \u00C9-1"));

        Assert.Empty(posted.Lots);
        Assert.Equal(1, posted.Entries[0].To.Lot);
        Assert.Equal(8, Assert.Single(_world.Ledger.Lots.Values).OnHand);
    }

    [Fact]
    public void OneCommand_CanBringSeveralNewLots()
    {
        var lines = new[] { "A", "B", "a" }
            .Select(lot => World.Line("MILK", 2, to: "B1") with { Lot = lot, Cost = Cost.Zero });

        var posted = _world.Post(_world.Movement(MovementKind.Receipt, [.. lines]));

        Assert.Equal([1, 2], posted.Lots.Select(lot => lot.Number));
        Assert.Equal([1, 2, 1], posted.Entries.Select(entry => entry.To.Lot));
        Assert.Equal([4, 2], _world.Ledger.Lots.Values.OrderBy(lot => lot.Lot.Number).Select(lot => lot.OnHand));
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void SameNumber_OfTwoSkus_IsTwoLots()
    {
        _world.Post(_world.Receipt("MILK", 2, lot: "X"));
        _world.Post(_world.Receipt("PHONE", 1, lot: "X"));

        Assert.Equal(2, _world.Ledger.Lots.Count);
        Assert.Equal(2, _world.Ledger.Lots.Keys.Select(key => key.Sku).Distinct().Count());
    }

    [Fact]
    public void Lots_AreKeptApart()
    {
        _world.Post(_world.Receipt("MILK", 2, lot: "A"));
        _world.Post(_world.Receipt("MILK", 9, lot: "B"));

        var error = _world.Refuse(_world.Issue("MILK", 3, lot: "A"), ErrorCodes.Insufficient);

        Assert.Equal(("3 ea", "2 ea"), (error.Actual, error.Allowed));
    }

    [Fact]
    public void Issue_OfAnUnknownLot_IsRefused() =>
        Assert.Equal("lines[0].lot", _world.Refuse(_world.Issue("MILK", 1, lot: "NO"), ErrorCodes.LotNotFound).Target);

    [Theory]
    [InlineData("MILK", null, "Invalid.LotRequired")]
    [InlineData("PHONE", null, "Invalid.LotRequired")]
    [InlineData("NUT", "A", "Invalid.LotForbidden")]
    public void Lot_IsRequiredExactlyWhereTheSkuIsTracked(string sku, string? lot, string code)
    {
        var expected = ErrorCodes.All.Single(one => one.Name == code);
        Assert.Equal("lines[0].lot", _world.Refuse(_world.Receipt(sku, 1, lot: lot), expected).Target);
        _world.Refuse(_world.Count(sku, 1, lot: lot), expected);
    }

    [Fact]
    public void Lot_ThatIsNoCode_IsRefused()
    {
        _world.Refuse(_world.Receipt("MILK", 1, lot: " "), ErrorCodes.InvalidCode);
        _world.Refuse(_world.Receipt("MILK", 1, lot: "a\nb"), ErrorCodes.InvalidCode);
    }

    [Fact]
    public void Refusal_NamesNoLot()
    {
        _world.Refuse(
            _world.Receipt("MILK", 1, lot: "NEW") with { Effective = Times.Minute(60) }, ErrorCodes.InvalidTime);

        Assert.Equal(1, _world.Post(_world.Receipt("MILK", 1, lot: "OTHER")).Lots[0].Number);
    }
}
