using Inventory.Core.Tests.Support;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Core.Tests.Decisions;

/// <summary>
/// Facts that are told late: they may make no later instant negative, and touch no counted stock in silence.
/// </summary>
[Capability("MOV-04")]
[Capability("MOV-08")]
public sealed class LateFactTests
{
    private readonly World _world = new();

    [Fact]
    public void Entry_IsLateExactlyWhenAnEarlierOneIsEffectiveAfterIt()
    {
        Assert.False(Late(_world.Receipt("NUT", 10) with { Effective = Times.Minute(-60) }));
        Assert.False(Late(_world.Issue("NUT", 1) with { Effective = Times.Minute(-30) }));
        Assert.False(Late(_world.Issue("NUT", 1) with { Effective = Times.Minute(-30) }));
        Assert.True(Late(_world.Issue("NUT", 1) with { Effective = Times.Minute(-31) }));
        Assert.False(Late(_world.Issue("NUT", 1)));
    }

    [Fact]
    public void LateIssue_ThatEmptiesALaterInstant_IsRefusedWithThatInstant()
    {
        _world.Post(_world.Receipt("NUT", 10) with { Effective = Times.Minute(-60) });
        _world.Post(_world.Issue("NUT", 7) with { Effective = Times.Minute(-40) });
        _world.Post(_world.Receipt("NUT", 20) with { Effective = Times.Minute(-20) });

        var error = _world.Refuse(_world.Issue("NUT", 4) with { Effective = Times.Minute(-50) },
            ErrorCodes.Insufficient);

        Assert.Equal(("4 ea", "3 ea"), (error.Actual, error.Allowed));
        Assert.Contains("only 3 ea can be taken at 2026-01-05T11:20:00Z", error.Message, StringComparison.Ordinal);
        _world.Post(_world.Issue("NUT", 3) with { Effective = Times.Minute(-50) });
        _world.Post(_world.Issue("NUT", 20) with { Effective = Times.Minute(-20) });
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void LateIssue_IsAnsweredWithWhatCanBeTakenThen()
    {
        _world.Post(_world.Receipt("NUT", 10) with { Effective = Times.Minute(-60) });
        _world.Post(_world.Issue("NUT", 8) with { Effective = Times.Minute(-40) });
        _world.Post(_world.Receipt("NUT", 3) with { Effective = Times.Minute(-20) });

        // Five are there now, but of those only two lay there in between.
        var error = _world.Refuse(_world.Issue("NUT", 6) with { Effective = Times.Minute(-50) },
            ErrorCodes.Insufficient);

        Assert.Equal("2 ea", error.Allowed);
        _world.Post(_world.Issue("NUT", 2) with { Effective = Times.Minute(-50) });
    }

    [Fact]
    public void LateIssue_BeforeAnythingCame_IsRefused()
    {
        _world.Post(_world.Receipt("NUT", 10) with { Effective = Times.Minute(-10) });

        var error = _world.Refuse(_world.Issue("NUT", 1) with { Effective = Times.Minute(-11) },
            ErrorCodes.Insufficient);

        Assert.Contains("at 2026-01-05T11:49:00Z", error.Message, StringComparison.Ordinal);
        _world.Post(_world.Issue("NUT", 1, "OPEN") with { Effective = Times.Minute(-11) });
    }

    [Fact]
    public void LateIssue_AtTheInstantOfAReceipt_ComesAfterIt()
    {
        _world.Post(_world.Receipt("NUT", 10) with { Effective = Times.Minute(-10) });
        _world.Post(_world.Receipt("NUT", 1) with { Effective = Times.Minute(-5) });

        _world.Post(_world.Issue("NUT", 10) with { Effective = Times.Minute(-10) });

        Assert.Equal([-600, -600, -300], _world.Ledger.Timeline(1)
            .Select(entry => (entry.Effective - Times.Start) / Harness.Second));
        Assert.Equal([1, 3, 2], _world.Ledger.Timeline(1).Select(entry => entry.Sequence));
    }

    [Fact]
    public void LateIssue_OfALot_LooksAtThatLotAlone()
    {
        _world.Post(_world.Receipt("MILK", 10, lot: "A") with { Effective = Times.Minute(-60) });
        _world.Post(_world.Receipt("MILK", 10, lot: "B") with { Effective = Times.Minute(-60) });
        _world.Post(_world.Issue("MILK", 9, lot: "A") with { Effective = Times.Minute(-40) });
        _world.Post(_world.Receipt("MILK", 5, lot: "A") with { Effective = Times.Minute(-20) });

        _world.Refuse(_world.Issue("MILK", 2, lot: "A") with { Effective = Times.Minute(-50) },
            ErrorCodes.Insufficient);
        _world.Post(_world.Issue("MILK", 1, lot: "A") with { Effective = Times.Minute(-50) });
    }

    [Fact]
    public void LateTransfer_IsCheckedWhereItLeaves()
    {
        _world.Post(_world.Receipt("NUT", 10) with { Effective = Times.Minute(-60) });
        _world.Post(_world.Issue("NUT", 8) with { Effective = Times.Minute(-40) });

        _world.Refuse(_world.Transfer("NUT", 3) with { Effective = Times.Minute(-50) }, ErrorCodes.Insufficient);
        _world.Post(_world.Transfer("NUT", 2) with { Effective = Times.Minute(-50) });
        Assert.Equal((0, 2), (_world.OnHand("NUT"), _world.OnHand("NUT", "B2")));
    }

    [Fact]
    public void LateReceipt_CarriesItsStatedCost_AndTheNextIssueCostsWhatTheBookSaysThen()
    {
        _world.Post(_world.Receipt("NUT", 10, total: 10) with { Effective = Times.Minute(-60) });
        _world.Post(_world.Issue("NUT", 2));

        var late = _world.Post(_world.Receipt("NUT", 2, total: 100) with { Effective = Times.Minute(-61) });
        Assert.Equal(1_000_000, late.Reply.Entries[0].Cost);

        // The late receipt is now the oldest layer, and the issue before took its two units.
        Assert.Equal(30_000, _world.Post(_world.Issue("NUT", 3)).Reply.Entries[0].Cost);
        Assert.Equal(1_170_000 - 30_000 - 1_000_000 - 70_000 + 70_000, BookValue() + 70_000);
    }

    [Fact]
    public void FutureWithinTheTolerance_IsAccepted()
    {
        var now = _world.Harness.NowInstant + Duration.FromSeconds(1);

        _world.Post(_world.Receipt("NUT", 1) with { Effective = now + Duration.FromMinutes(1) });
        var error = _world.Refuse(
            _world.Receipt("NUT", 1) with { Effective = now + Duration.FromMinutes(1) + Duration
                .FromMilliseconds(1_001) },
            ErrorCodes.InvalidTime);

        Assert.Equal(("effective", "at most 2026-01-05T12:00:02Z"), (error.Target, error.Allowed));
    }

    [Fact]
    public void Times_OutsideTheLedgersCalendar_AreRefused()
    {
        var early = _world.Refuse(
            _world.Receipt("NUT", 1) with { Effective = NodaConstants.UnixEpoch - Duration.FromSeconds(1) },
                ErrorCodes.InvalidTime);
        var fine = _world.Refuse(
            _world.Receipt("NUT", 1) with { Occurred = Times.Minute(-1) + Duration.FromNanoseconds(100) },
                ErrorCodes.InvalidTime);

        Assert.Equal("1969-12-31T23:59:59Z", early.Actual);
        Assert.Equal(("occurred", "2026-01-05T11:59:00.0000001Z"), (fine.Target, fine.Actual));
        _world.Post(_world.Receipt("NUT", 1) with { Effective = NodaConstants.UnixEpoch });
    }

    [Fact]
    public void Occurred_IsKeptBesideEffective()
    {
        var plain = _world.Post(_world.Receipt("NUT", 1) with { Effective = Times.Minute(-5) }).Entries[0];
        var closed = _world.Post(_world
            .Receipt("NUT", 1) with { Effective = Times.Minute(-4), Occurred = Times.Minute(-9_000) }).Entries[0];

        Assert.Equal(plain.Effective, plain.Occurred);
        Assert.Equal(Micros.Floor(Times.Minute(-9_000)), closed.Occurred);
        Assert.Equal(Micros.Floor(Times.Minute(-4)), closed.Effective);
    }

    [Fact]
    public void Recorded_NeverDecreases()
    {
        _world.Post(_world.Receipt("NUT", 1));
        var entry = _world.Post(_world.Receipt("NUT", 1) with { Effective = Times.Minute(-5) }).Entries[0];

        Assert.Equal(_world.Harness.Now, entry.Recorded);
        Assert.Equal(_world.Harness.Now, _world.Ledger.Heads[1].Recorded);
    }

    private bool Late(PostMovement movement) => Assert.Single(_world.Post(movement).Entries).IsLate;

    private long BookValue() => MemoryBooks.Open(_world.Ledger, 1, null).State.Value;
}
