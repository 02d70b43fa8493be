using Inventory.Catalog;
using Inventory.Core.Tests.Support;
using Inventory.Locations;
using Inventory.Policies;
using Inventory.References;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Policies;

/// <summary>Thresholds: inherited from places, categories and the default, each value by itself.</summary>
[Capability("CAT-18")]
public sealed class ThresholdTests
{
    private readonly World _world = new();

    /// <summary>A naive look-up: all sources from the most to the least specific, and the first that says so.</summary>
    [Property]
    public void EachValue_ComesFromTheMostSpecificSource(byte?[] points, byte?[] days, byte? ofDefault)
    {
        var sets = Enumerable.Range(0, 9).Select(i => new ThresholdSet
        {
            ReorderPoint = points.ElementAtOrDefault(i),
            CountEveryDays = days.ElementAtOrDefault(i),
        }).ToList();
        Location[] places = [Place(11, "BIN"), Place(12, "WH")];
        var sku = _world.Ledger.Skus[1] with
        {
            Details = new SkuDetails
            {
                Thresholds = [Rule(0, sets[2]), Rule(12, sets[1]), Rule(11, sets[0]), Rule(13, new() { Minimum = 1 })],
            },
        };
        Category[] categories =
        [
            new() { Number = 1, Code = "TEES", Thresholds = [Rule(0, sets[7]), Rule(12, sets[4]), Rule(11, sets[3])] },
            new() { Number = 2, Code = "ALL", Thresholds = [Rule(12, sets[6]), Rule(0, sets[8]), Rule(11, sets[5])] },
        ];
        var defaults = new ThresholdSet { ReorderPoint = ofDefault };
        string[] names =
        [
            "SKU NUT at BIN", "SKU NUT at WH", "SKU NUT", "category TEES at BIN", "category TEES at WH",
            "category ALL at BIN", "category ALL at WH", "category TEES", "category ALL",
        ];

        var found = EffectiveThresholds.Of(sku, places, categories, defaults).Value;
        var nowhere = EffectiveThresholds.Of(sku, [], categories, defaults).Value;

        Check(Enumerable.Range(0, 9), found);
        Check([2, 7, 8], nowhere);
        Assert.Null(found.Minimum.Value);

        void Check(IEnumerable<int> order, EffectiveThresholds answer)
        {
            var point = order.FirstOrDefault(i => sets[i].ReorderPoint is not null, -1);
            var day = order.FirstOrDefault(i => sets[i].CountEveryDays is not null, -1);
            Assert.Equal(point < 0 ? ofDefault : sets[point].ReorderPoint, answer.ReorderPoint.Value);
            Assert.Equal(point < 0 ? "the default" : names[point], answer.ReorderPoint.Origin.ToString());
            Assert.Equal(day < 0 ? null : sets[day].CountEveryDays, answer.CountEveryDays.Value);
            Assert.Equal(day < 0 ? "the default" : names[day], answer.CountEveryDays.Origin.ToString());
        }
    }

    [Fact]
    public void AMaximumBelowWhatMustFitUnderIt_NamesBothSources_OfEach()
    {
        var sku = _world.Ledger.Skus[1] with
        {
            Details = new SkuDetails { Thresholds = [Rule(11, new ThresholdSet { Maximum = 5 })] },
        };
        Category[] categories =
        [
            new()
            {
                Number = 1,
                Code = "TEES",
                Thresholds = [Rule(0, new ThresholdSet { Minimum = 6, ReorderPoint = 7.5m, SafetyStock = 5 })],
            },
        ];

        var errors = EffectiveThresholds.Of(sku, [Place(11, "BIN")], categories).Errors;

        Assert.All(errors, error => Assert.Equal(ErrorCodes.InvalidPolicy, error.Code));
        Assert.Equal(
            [
                "NUT: the maximum of 5 (SKU NUT at BIN) is below the minimum of 6 (category TEES); correct one of them.",
                "NUT: the maximum of 5 (SKU NUT at BIN) is below the reorder point of 7.5 (category TEES); correct one of them.",
            ],
            errors.Select(error => error.Message));
    }

    [Fact]
    public void Thresholds_AreSetPerPlace_OncePerPlace()
    {
        var set = new ThresholdSet { ReorderPoint = 3, LeadTimeDays = 0 };

        _world.Post(new SetThresholds(_world.Key(), "NUT", new ThresholdLine(set), new ThresholdLine(set, "wh")));

        Assert.Equal([Rule(0, set), Rule(6, set)], _world.Ledger.Skus[1].Details.Thresholds);
        _world.Refuse(
            new SetThresholds(_world.Key(), "NUT", new ThresholdLine(set), new ThresholdLine(set)),
            ErrorCodes.InvalidPolicy);
        _world.Refuse(
            new SetThresholds(_world.Key(), "NUT", new ThresholdLine(set, "NOWHERE")), ErrorCodes.LocationNotFound);
        _world.Refuse(
            new SetThresholds(_world.Key(), "NUT", new ThresholdLine(new ThresholdSet { LeadTimeDays = 36_501 })),
            ErrorCodes.InvalidPolicy);
    }

    [Fact]
    public void ASku_IsPutIntoACategory_AndOutAgain()
    {
        _world.Post(new DefineCategory(_world.Key(), "TEES"));

        _world.Post(new SetCategory(_world.Key(), "NUT", "tees"));
        Assert.Equal(1, _world.Ledger.Skus[1].Category);

        _world.Refuse(new SetCategory(_world.Key(), "NUT", "NONE"), ErrorCodes.CodeNotFound);
        _world.Post(new SetCategory(_world.Key(), "NUT", null));
        Assert.Equal(string.Empty, _world.Ledger.Skus[1].Details.Text);
    }

    private static ThresholdRule Rule(int location, ThresholdSet set) => new(location, set);

    private static Location Place(int number, string code) =>
        new() { Number = number, Code = code, Kind = LocationKind.Site };
}
