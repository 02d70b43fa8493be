using Inventory.Core.Tests.Support;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Core.Tests.Locations;

[Capability("LOC-12")]
public sealed class FreezeTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData(FreezeDirection.Both, true, true)]
    [InlineData(FreezeDirection.In, true, false)]
    [InlineData(FreezeDirection.Out, false, true)]
    public void Freeze_StopsItsDirection(FreezeDirection direction, bool stopsIn, bool stopsOut)
    {
        _world.Post(_world.Receipt("NUT", 5));
        _world.Post(Freeze("B1") with { Direction = direction });

        Assert.Equal(stopsIn, IsFrozen(_world.Receipt("NUT", 1)));
        Assert.Equal(stopsIn, IsFrozen(_world.Transfer("NUT", 1, "WH", "B1"), alsoInsufficient: true));
        Assert.Equal(stopsOut, IsFrozen(_world.Issue("NUT", 1)));
        Assert.Equal(stopsOut, IsFrozen(_world.Scrap("NUT", 1)));
    }

    [Fact]
    public void Refusal_NamesOwnerAndExpectedEnd()
    {
        var end = _world.Harness.NowInstant + Duration.FromHours(2);
        _world.Post(Freeze("WH") with { Until = end });

        var error = _world.Refuse(_world.Receipt("NUT", 1), ErrorCodes.Frozen);

        Assert.Equal(("lines[0].to", "B1", $"frozen by anna until {end}"), (error.Target, error.Actual, error.Allowed));
        Assert.Contains("B1 lies in WH", error.Message, StringComparison.Ordinal);
        Assert.Contains("without an end yet", FrozenWithoutEnd().Message, StringComparison.Ordinal);

        InventoryError FrozenWithoutEnd()
        {
            _world.Post(Freeze("WH"));
            return _world.Refuse(_world.Receipt("NUT", 1), ErrorCodes.Frozen);
        }
    }

    [Fact]
    public void Freeze_HoldsForEverythingBelow_AndNothingElse()
    {
        _world.Post(new DefineLocation(_world.Key(), "AISLE", LocationKind.Aisle, "ZONE"));
        _world.Post(new DefineLocation(_world.Key(), "DEEP", LocationKind.Bin, "AISLE"));
        _world.Post(Freeze("ZONE"));

        _world.Refuse(_world.Receipt("NUT", 1, "DEEP"), ErrorCodes.Frozen);
        _world.Post(_world.Receipt("NUT", 1, "B1"));
        _world.Post(_world.Receipt("NUT", 1, "WH"));
    }

    [Fact]
    public void Freeze_InTheSameBatch_HoldsForWhatComesAfterIt()
    {
        var outcomes = _world.Harness.SendBatch(
            _world.Receipt("NUT", 1), Freeze("WH"), _world.Receipt("NUT", 1), Unfreeze("WH"), _world.Receipt("NUT", 1));

        Assert.Equal([true, true, false, true, true], outcomes.Select(outcome => outcome.Posted is not null));
    }

    [Fact]
    public void Reversal_IsAMovementToo()
    {
        var receipt = _world.Receipt("NUT", 1);
        _world.Post(receipt);
        _world.Post(Freeze("WH"));

        Assert.Equal("lines[0].from", _world.Refuse(_world.Reverse(receipt), ErrorCodes.Frozen).Target);
        _world.Harness.Forget();
        _world.Refuse(_world.Reverse(receipt), ErrorCodes.Frozen);
        _world.Post(Unfreeze("WH"));
        _world.Post(_world.Reverse(receipt));
    }

    [Theory]
    [InlineData(FreezePurpose.Count, true)]
    [InlineData(FreezePurpose.Audit, true)]
    [InlineData(FreezePurpose.Incident, false)]
    public void Count_GoesOn_UnlessThereWasAnIncident(FreezePurpose purpose, bool goesOn)
    {
        _world.Post(_world.Receipt("NUT", 5));
        _world.Post(new FreezeLocation(_world.Key(), "WH", "anna", purpose));

        if (goesOn)
        {
            _world.Post(_world.Count("NUT", 4));
            Assert.Equal(4, _world.OnHand("NUT"));
        }
        else
        {
            Assert.Equal("location", _world.Refuse(_world.Count("NUT", 4), ErrorCodes.Frozen).Target);
        }
    }

    [Fact]
    public void Status_ChangesWhereNothingMoves()
    {
        _world.Post(_world.Receipt("NUT", 5));
        _world.Post(new FreezeLocation(_world.Key(), "WH", "anna", FreezePurpose.Incident));

        _world.Post(_world.Movement(MovementKind.StatusChange, World.Line("NUT", 2, "B1") with
        {
            ToStatus = StockStatus.Quarantined,
        }));

        Assert.Equal(2, _world.OnHand("NUT", status: StockStatus.Quarantined));
    }

    [Fact]
    public void Transit_CanBeFrozen_WhichEveryLedgerBeginsWith()
    {
        _world.Post(_world.Receipt("NUT", 5));
        _world.Post(Freeze("TRANSIT"));
        _world.Harness.Forget();

        _world.Refuse(_world.Transfer("NUT", 1, "B1", "TRANSIT"), ErrorCodes.Frozen);
    }

    [Fact]
    public void Owner_MayReplaceItsFreeze_AndNobodyElse()
    {
        _world.Post(Freeze("B1"));
        _world.Post(Freeze("B1") with { Direction = FreezeDirection.In });

        var error = _world.Refuse(Freeze("B1") with { Owner = "bob" }, ErrorCodes.Frozen);

        Assert.Equal(("location", "B1"), (error.Target, error.Actual));
        _world.Post(Freeze("WH") with { Owner = "bob" });
        _world.Post(Unfreeze("B1"));
        Assert.Equal("B1", _world.Refuse(Unfreeze("B1"), ErrorCodes.NotFrozen).Actual);
        _world.Refuse(_world.Receipt("NUT", 1), ErrorCodes.Frozen);
    }

    [Fact]
    public void Fields_ThatMakeNoSense_AreAllNamed()
    {
        var errors = _world.Harness.Refuse(new FreezeLocation(_world.Key(), "CUSTOMER", " ", (FreezePurpose)9)
        {
            Direction = (FreezeDirection)9,
            Until = _world.Harness.NowInstant - Duration.FromHours(1),
        });

        Assert.Equal(
            ["direction", "location", "owner", "purpose", "until"], errors.Select(error => error.Target).Order());
        _world.Refuse(new FreezeLocation(_world.Key(), "NOWHERE", "anna"), ErrorCodes.LocationNotFound);
        _world.Refuse(Unfreeze("NOWHERE"), ErrorCodes.LocationNotFound);
    }

    private FreezeLocation Freeze(string place) => new(_world.Key(), place, "anna");

    private UnfreezeLocation Unfreeze(string place) => new(_world.Key(), place);

    private bool IsFrozen(PostMovement movement, bool alsoInsufficient = false)
    {
        var outcome = _world.Harness.Send(movement);
        var codes = outcome.Refused?.Select(error => error.Code).ToList() ?? [];
        Assert.True(alsoInsufficient || codes.TrueForAll(code => code == ErrorCodes.Frozen));
        return codes.Contains(ErrorCodes.Frozen);
    }
}
