using System.Globalization;
using System.Numerics;
using Inventory.Catalog;
using Inventory.Core.Tests.Support;
using Inventory.Policies;
using Inventory.References;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Policies;

/// <summary>Selling rules: what is hidden, oversold and orderable, and where each value comes from.</summary>
[Capability("RES-10")]
[Capability("RES-14")]
[Capability("RES-19")]
public sealed class SellingTests
{
    private readonly World _world = new();

    /// <summary>max(0, floor(A * (1 - p)) - b) with p as a fraction of big integers.</summary>
    [Property]
    public void ABuffer_IsExact(long available, uint part, byte scale, uint units)
    {
        var power = BigInteger.Pow(10, scale % 13);
        var share = (decimal)(part % (power + 1)) / (decimal)power;

        var shown = ChannelBuffer.Apply(available, share, units);

        var left = available * (power - part % (power + 1));
        var floor = BigInteger.Divide(left - (left.Sign < 0 ? power - 1 : 0), power);
        Assert.Equal(BigInteger.Max(0, floor - units), shown);
    }

    [Theory]
    [InlineData(10, "0", 0, 10)]
    [InlineData(10, "0.25", 0, 7)]
    [InlineData(10, "0.25", 3, 4)]
    [InlineData(10, "1", 0, 0)]
    [InlineData(-5, "0", 0, 0)]
    [InlineData(2, "0", 3, 0)]
    public void ABuffer_HidesShareThenUnits(long available, string share, long units, long shown) => Assert.Equal(
        shown, ChannelBuffer.Apply(available, decimal.Parse(share, CultureInfo.InvariantCulture), units));

    [Fact]
    public void ABuffer_OutOfRange_IsABug()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ChannelBuffer.Apply(1, -0.1m, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChannelBuffer.Apply(1, 1.1m, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChannelBuffer.Apply(1, 0, -1));
    }

    /// <summary>Against a search over every quantity up to a bound.</summary>
    [Property]
    public void NearestOrders_AreThoseAFullSearchFinds(
        byte minimum, byte increment, byte? maximum, byte? limit, byte has)
    {
        var rule = new SellingRule
        {
            OrderMinimum = minimum % 12,
            OrderIncrement = 1 + increment % 7,
            OrderMaximum = maximum is { } most ? 12 + most % 40 : null,
            CustomerLimit = limit % 60,
        };
        var selling = Selling(rule);
        var legal = Enumerable.Range(1, 200).Where(q =>
            q >= rule.OrderMinimum && (q - rule.OrderMinimum) % rule.OrderIncrement == 0
            && !(q > rule.OrderMaximum) && !(q + has > rule.CustomerLimit)).ToList();

        for (var q = 1; q <= 80; q++)
        {
            var (below, above) = selling.NearestOrders(q, has);
            var error = selling.CheckOrder(_world.Ledger.Skus[1], q, has);

            Assert.Equal(legal.FindLast(each => each <= q), below ?? 0);
            Assert.Equal(legal.Find(each => each >= q), above ?? 0);
            Assert.Equal(legal.Contains(q), error is null);
            Assert.True(error is null || error.Code == ErrorCodes.InvalidIncrement);
        }
    }

    [Fact]
    public void ARefusedOrder_NamesTheNearestAndTheRules()
    {
        var selling = Selling(new SellingRule { OrderMinimum = 6, OrderIncrement = 4, OrderMaximum = 20 });

        var error = selling.CheckOrder(_world.Ledger.Skus[1], 9, target: "lines[0].quantity")!;

        Assert.Equal(("lines[0].quantity", "9 ea", "6 ea or 10 ea"), (error.Target, error.Actual, error.Allowed));
        Assert.Equal(
            "NUT: 9 ea cannot be ordered: at least 6 ea (SKU NUT), in steps of 4 ea (SKU NUT), at most 20 ea (SKU NUT); "
            + "order 6 ea or 10 ea.",
            error.Message);
        Assert.Equal("18 ea", selling.CheckOrder(_world.Ledger.Skus[1], 99)!.Allowed);
        Assert.Equal("6 ea", selling.CheckOrder(_world.Ledger.Skus[1], -1)!.Allowed);
    }

    [Fact]
    public void WhatACustomerHas_CountsTowardsTheLimit()
    {
        var selling = Selling(new SellingRule { CustomerLimit = 5 });

        Assert.Null(selling.CheckOrder(_world.Ledger.Skus[1], 2, customerHas: 3));
        var error = selling.CheckOrder(_world.Ledger.Skus[1], 1, customerHas: 5)!;
        Assert.Null(error.Allowed);
        Assert.Contains("at most 5 ea per customer (SKU NUT), who has 5 ea; none", error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 11)]
    [InlineData(0, 3)]
    [InlineData(-2, 1)]
    [InlineData(-9, 0)]
    public void WhatMayBePromised_IsWhatIsShownAndTheOversellLimit(long available, long promisable) =>
        Assert.Equal(promisable, Selling(new SellingRule { OversellLimit = 3, BufferUnits = 2 }).Promisable(available));

    /// <summary>Each value by itself, against a list of all sources read from front to back.</summary>
    [Property]
    public void EachValue_ComesFromTheFirstThatHasIt(byte?[] shares, byte?[] units, bool inChannel)
    {
        var (a, b) = (Pick(shares), Pick(units));
        var rules = Enumerable.Range(0, 5).Select(i =>
            new SellingRule { BufferShare = a[i] / 255m, BufferUnits = b[i] }).ToList();
        var channel = new Channel { Number = 3, Code = "WEB", Selling = rules[2] };
        var sku = _world.Ledger.Skus[1] with
        {
            Details = new SkuDetails
            {
                Selling = [new ChannelRule(2, new SellingRule { BufferShare = 1 }), new ChannelRule(0, rules[1]),
                    new ChannelRule(3, rules[0])],
            },
        };
        Category[] path = [new() { Number = 1, Code = "TEES", Selling = rules[3] },
            new() { Number = 2, Code = "ALL", Selling = rules[4] }];

        var selling = EffectiveSelling.Of(sku, inChannel ? channel : null, path).Value;

        int[] order = inChannel ? [0, 1, 2, 3, 4] : [1, 3, 4];
        string[] names = ["SKU NUT in WEB", "SKU NUT", "channel WEB", "category TEES", "category ALL"];
        var share = order.FirstOrDefault(i => a[i] is not null, -1);
        var unit = order.FirstOrDefault(i => b[i] is not null, -1);
        Assert.Equal((share < 0 ? 0 : a[share]!.Value / 255m, share < 0 ? "the default" : names[share]),
            (selling.BufferShare.Value, selling.BufferShare.Origin.ToString()));
        Assert.Equal((unit < 0 ? 0 : b[unit]!.Value, unit < 0 ? "the default" : names[unit]),
            (selling.BufferUnits.Value, selling.BufferUnits.Origin.ToString()));
    }

    [Fact]
    public void PartsOfAStep_AreRoundedToTheSideOfCaution()
    {
        var selling = Selling(new SellingRule
        {
            BufferUnits = 1.1m,
            OversellLimit = 1.9m,
            OrderMinimum = 1.1m,
            OrderMaximum = 9.9m,
            OrderIncrement = 0.5m,
            CustomerLimit = 8.9m,
        });

        Assert.Equal(
            (2L, 1L, 2L, 9L, 1L, 8L),
            (selling.BufferUnits.Value, selling.OversellLimit.Value, selling.OrderMinimum.Value,
                selling.OrderMaximum.Value, selling.OrderIncrement.Value, selling.CustomerLimit.Value));
    }

    [Fact]
    public void AMaximumBelowAnInheritedMinimum_NamesBothSources()
    {
        var sku = _world.Ledger.Skus[1] with
        {
            Details = new SkuDetails { Selling = [new ChannelRule(0, new SellingRule { OrderMaximum = 4 })] },
        };
        Category[] path = [new() { Number = 1, Code = "TEES", Selling = new SellingRule { OrderMinimum = 5 } }];

        var error = Assert.Single(EffectiveSelling.Of(sku, null, path).Errors);

        Assert.Equal(ErrorCodes.InvalidPolicy, error.Code);
        Assert.Contains("4 ea (SKU NUT)", error.Message, StringComparison.Ordinal);
        Assert.Contains("5 ea (category TEES)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_AreSetPerChannel_OncePerChannel()
    {
        _world.Post(new DefineChannel(_world.Key(), "WEB"));
        var rule = new SellingRule { BufferUnits = 1 };

        _world.Post(new SetSelling(_world.Key(), "NUT", new SellingLine(rule), new SellingLine(rule, "web")));

        Assert.Equal([new ChannelRule(0, rule), new ChannelRule(1, rule)], _world.Ledger.Skus[1].Details.Selling);
        _world.Refuse(
            new SetSelling(_world.Key(), "NUT", new SellingLine(rule, "WEB"), new SellingLine(rule, "web")),
            ErrorCodes.InvalidPolicy);
        _world.Refuse(
            new SetSelling(_world.Key(), "NUT", new SellingLine(new SellingRule { OversellLimit = -1 })),
            ErrorCodes.InvalidPolicy);
        _world.Refuse(new SetSelling(_world.Key(), "NUT", new SellingLine(rule, "SHOP")), ErrorCodes.CodeNotFound);
    }

    private static byte?[] Pick(byte?[] given) => [.. given.Concat(new byte?[5]).Take(5)];

    private EffectiveSelling Selling(SellingRule rule)
    {
        var details = new SkuDetails { Selling = [new ChannelRule(0, rule)] };
        return EffectiveSelling.Of(_world.Ledger.Skus[1] with { Details = details }, null, []).Value;
    }
}
