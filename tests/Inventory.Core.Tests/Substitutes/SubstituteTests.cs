using System.Numerics;
using Inventory.Catalog;
using Inventory.Core.Tests.Support;
using Inventory.Substitutes;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Core.Tests.Substitutes;

/// <summary>Substitutes: dated links in one direction, without a way back.</summary>
[Capability("CAT-10")]
public sealed class SubstituteTests
{
    private readonly World _world = new();

    private LocalDate Today => _world.Harness.NowInstant.InUtc().Date;

    [Fact]
    public void Links_AreKeptInTheirOrder()
    {
        Set("NUT", Line("RICE", 2, 3), Line("MILK", 1, 1) with { Rule = SubstitutionRule.Auto });

        Assert.Equal(
            [new Substitute(4, new Ratio(2, 3), SubstitutionRule.Ask),
                new Substitute(2, Ratio.One, SubstitutionRule.Auto)],
            _world.Ledger.Skus[1].Substitutes);
    }

    [Fact]
    public void ALinkThatCannotHold_IsRefused()
    {
        Refused("validTo", Line("RICE") with { ValidTo = Today.PlusDays(-1) });
        Refused("validTo", Line("RICE") with { ValidFrom = Today.PlusDays(3), ValidTo = Today.PlusDays(2) });
        Refused("ratio", Line("RICE") with { Ratio = default });
        _world.Refuse(Command("NUT", Line("NONE")), ErrorCodes.SkuNotFound);
        _world.Refuse(Command("NUT", Line("RICE") with { Rule = (SubstitutionRule)7 }), ErrorCodes.InvalidField);
        _world.Refuse(Command("NUT", Line("RICE"), Line("rice") with { ValidFrom = Today }),
            ErrorCodes.InvalidSubstitution);
        Set("NUT", Line("RICE") with { ValidTo = Today }, Line("RICE") with { ValidFrom = Today.PlusDays(1) });

        void Refused(string field, SubstituteLine line)
        {
            var error = _world.Refuse(Command("NUT", line), ErrorCodes.InvalidSubstitution);
            Assert.Equal($"substitutes[0].{field}", error.Target);
        }
    }

    [Fact]
    public void AWayBack_IsRefused_UntilALinkOfItHasExpired()
    {
        Set("NUT", Line("RICE") with { ValidTo = Today.PlusDays(1) });
        Set("RICE", Line("MILK"));

        Assert.Equal(
            "MILK > NUT > RICE > MILK",
            _world.Refuse(Command("MILK", Line("NUT")), ErrorCodes.InvalidSubstitution).Actual);

        _world.Harness.Now += 2 * 86_400 * Harness.Second;
        Set("MILK", Line("NUT"));
    }

    [Fact]
    public void TooLongAChain_IsRefused()
    {
        for (var i = 0; i <= SetSubstitutes.ChainMax + 1; i++)
        {
            _world.Post(new DefineSku(_world.Key(), $"S{i}"));
        }

        for (var i = 1; i <= SetSubstitutes.ChainMax; i++)
        {
            Set($"S{i}", Line($"S{i - 1}"));
        }

        _world.Refuse(
            Command($"S{SetSubstitutes.ChainMax + 1}", Line($"S{SetSubstitutes.ChainMax}")),
            ErrorCodes.InvalidSubstitution);
        _world.Refuse(
            Command("NUT", [.. Enumerable.Repeat(Line("RICE"), 101)
                .Select((line, i) => line with { ValidFrom = Today.PlusDays(i), ValidTo = Today.PlusDays(i) })]),
            ErrorCodes.InvalidField);
    }

    /// <summary>Against big integers: the smallest whole number of steps that is not less than exact.</summary>
    [Property]
    public void AReplacement_IsRoundedUpToAStep(uint steps, ushort numerator, ushort denominator, bool fromRice)
    {
        var (nut, rice) = (_world.Ledger.Skus[1], _world.Ledger.Skus[4]);
        var (original, substitute) = fromRice ? (rice, nut) : (nut, rice);
        var ratio = new Ratio(numerator + 1, denominator + 1);

        var link = new Substitute(substitute.Number, ratio, SubstitutionRule.Auto);
        var replaced = link.Replace(original, steps, substitute);

        // A step of rice is a thousandth of its unit, one of nuts a whole one.
        var (up, down) = fromRice ? (1, 1_000) : (1_000, 1);
        var exact = (BigInteger)steps * ratio.Numerator * up;
        var over = (BigInteger)ratio.Denominator * down;
        Assert.True(replaced * over >= exact && (replaced - 1) * over < exact);
    }

    [Fact]
    public void AReplacement_ThatDoesNotFit_IsNone() => Assert.Null(
        new Substitute(4, new Ratio(long.MaxValue, 1), SubstitutionRule.Auto)
            .Replace(_world.Ledger.Skus[1], 2, _world.Ledger.Skus[4]));

    private static SubstituteLine Line(string sku, long numerator = 1, long denominator = 1) =>
        new(sku, new Ratio(numerator, denominator));

    private SetSubstitutes Command(string sku, params IReadOnlyList<SubstituteLine> lines) =>
        new(_world.Key(), sku, lines);

    private void Set(string sku, params IReadOnlyList<SubstituteLine> lines) => _world.Post(Command(sku, lines));
}
