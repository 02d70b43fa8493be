using Inventory.Core.Tests.Support;
using Inventory.Ledger;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Core.Tests.Decisions;

[Capability("LOT-04")]
public sealed class LotDatesTests
{
    private static readonly LocalDate _made = new(2026, 3, 1);

    private readonly World _world = new();

    private LotTerm Term => Assert.Single(_world.Ledger.Lots.Values).Lot.Term;

    [Fact]
    public void WithoutDatesOrShelfLife_ALotNeverExpires()
    {
        var posted = _world.Post(_world.Receipt("MILK", 1, lot: "A"));

        Assert.Equal(LotTerm.Of(posted.Entries[0].BusinessDate), Term);
        Assert.False(Term.IsExpiredOn(99991230));
    }

    [Fact]
    public void UseBy_FollowsFromProduction_AndRemovalAndAlertLieBeforeIt()
    {
        _world.Post(new SetShelfLife(_world.Key(), "milk", new ShelfLife(30, RemovalDays: 5, AlertDays: 10)));

        Receive(new LotDates { Produced = _made });

        Assert.Equal((20260301, 20260331, 20260326, 20260321), (Term.Produced, Term.UseBy, Term.Removal, Term.Alert));
        Assert.Equal((false, true), (Term.IsExpiredOn(20260325), Term.IsExpiredOn(20260326)));
    }

    [Fact]
    public void UseBy_FollowsFromTheReceipt_WhereTheProductionIsUnknown()
    {
        _world.Post(new SetShelfLife(_world.Key(), "MILK", new ShelfLife(1)));

        _world.Post(_world.Receipt("MILK", 1, lot: "A"));

        var day = Micros.ToDate(Term.Received);
        Assert.Equal(day.PlusDays(1), Micros.ToDate(Term.UseBy));
        Assert.Equal((Term.UseBy, Term.UseBy, 0), (Term.Removal, Term.Alert, Term.Produced));
    }

    [Fact]
    public void DatesGiven_ComeBeforeWhatFollows()
    {
        _world.Post(new SetShelfLife(_world.Key(), "MILK", new ShelfLife(30, 5, 5)));

        Receive(new LotDates
        {
            Produced = _made,
            UseBy = _made.PlusDays(7),
            Removal = _made.PlusDays(6),
            Alert = _made.PlusDays(4),
        });

        Assert.Equal((20260308, 20260307, 20260305), (Term.UseBy, Term.Removal, Term.Alert));
    }

    [Fact]
    public void BestBefore_StandsForUseBy_WhereThereIsNone()
    {
        _world.Post(new SetShelfLife(_world.Key(), "MILK", new ShelfLife(300, 2)));

        Receive(new LotDates { BestBefore = _made });

        Assert.Equal((20260301, 0, 20260227, 20260301), (Term.BestBefore, Term.UseBy, Term.Removal, Term.Alert));
    }

    [Fact]
    public void ShelfLife_BeyondTheCalendar_IsForEver()
    {
        _world.Post(new SetShelfLife(_world.Key(), "MILK", new ShelfLife(ShelfLife.DaysMax)));

        Receive(new LotDates { Produced = new LocalDate(9990, 1, 1) });

        Assert.Equal((0, LotTerm.Never), (Term.UseBy, Term.Removal));
    }

    [Theory]
    [InlineData(-1, null, null, null, "useBy")]
    [InlineData(null, -1, null, null, "bestBefore")]
    [InlineData(5, null, 6, null, "removal")]
    [InlineData(5, null, null, 6, "alert")]
    [InlineData(null, 5, 6, null, "removal")]
    public void DatesOutOfOrder_AreRefused(int? useBy, int? bestBefore, int? removal, int? alert, string field)
    {
        var dates = new LotDates
        {
            Produced = _made,
            UseBy = Day(useBy),
            BestBefore = Day(bestBefore),
            Removal = Day(removal),
            Alert = Day(alert),
        };

        var error = _world.Refuse(Receipt(dates), ErrorCodes.InvalidDates);

        Assert.Equal($"lines[0].dates.{field}", error.Target);
    }

    [Fact]
    public void KnownLot_WithOtherDates_IsRefused_AndWithTheSameOrNoneNot()
    {
        Receive(new LotDates { Produced = _made, UseBy = _made.PlusDays(9) });
        _world.Post(Receipt(new LotDates { UseBy = _made.PlusDays(9) }));
        _world.Post(_world.Receipt("MILK", 1, lot: "A"));

        var error = _world.Refuse(Receipt(new LotDates { UseBy = _made.PlusDays(8) }), ErrorCodes.LotDates);

        Assert.Equal(("lines[0].dates.useBy", "2026-03-09", "2026-03-10"), (error.Target, error.Actual, error.Allowed));
    }

    [Fact]
    public void Dates_WhereNothingOfALotComesIn_AreRefused()
    {
        var dates = new LotDates { UseBy = _made };
        Receive(dates);
        var issue = _world.Issue("MILK", 1, lot: "A");
        var untracked = _world.Receipt("NUT", 1);

        _world.Refuse(issue with { Lines = [issue.Lines[0] with { Dates = dates }] }, ErrorCodes.InvalidDates);
        _world.Refuse(untracked with { Lines = [untracked.Lines[0] with { Dates = dates }] }, ErrorCodes.InvalidDates);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(ShelfLife.DaysMax + 1, 0, 0)]
    [InlineData(5, 6, 0)]
    [InlineData(5, 0, -1)]
    public void ShelfLife_ThatIsNone_IsRefused(int days, int removal, int alert) => _world.Refuse(
        new SetShelfLife(_world.Key(), "MILK", new ShelfLife(days, removal, alert)), ErrorCodes.InvalidDates);

    [Fact]
    public void ShelfLife_OfWhatHasNoLots_IsRefused() => _world.Refuse(
        new SetShelfLife(_world.Key(), "NUT", new ShelfLife(5)), ErrorCodes.InvalidLotRequired);

    private static LocalDate? Day(int? days) => days is { } some ? _made.PlusDays(some) : null;

    private void Receive(LotDates dates) => _world.Post(Receipt(dates));

    private PostMovement Receipt(LotDates dates)
    {
        var receipt = _world.Receipt("MILK", 1, lot: "A");
        return receipt with { Lines = [receipt.Lines[0] with { Dates = dates }] };
    }
}
