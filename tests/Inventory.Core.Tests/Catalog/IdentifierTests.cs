using Inventory.Catalog;
using Inventory.Core.Tests.Support;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Core.Tests.Catalog;

[Capability("CAT-03")]
public sealed class IdentifierTests
{
    private static readonly LocalDate Day = new(2026, 3, 1);

    private readonly World _world = new();

    [Fact]
    public void Identifier_IsKeptNormalised()
    {
        _world.Post(new AddIdentifier(_world.Key(), "nut", IdentifierKind.Gtin, " 96385074") { Unit = "box" });

        var identifier = Assert.Single(_world.Ledger.Identifiers);
        Assert.Equal(new Identifier(IdentifierKind.Gtin, "00000096385074", 1, "box", new LocalDate(1970, 1, 1),
            null), identifier);
    }

    [Theory]
    [InlineData(null, null, 1, 5, true)]
    [InlineData(1, 5, 5, 9, true)]
    [InlineData(1, 5, 6, 9, false)]
    [InlineData(6, 9, 1, 5, false)]
    [InlineData(1, 9, 3, 4, true)]
    [InlineData(3, 4, 1, 9, true)]
    [InlineData(5, null, 1, 4, false)]
    [InlineData(5, null, 1, 5, true)]
    [InlineData(1, 4, 5, null, false)]
    [InlineData(5, null, 9, null, true)]
    public void Owners_MustNotOverlap(int? from, int? to, int otherFrom, int? otherTo, bool overlap)
    {
        _world.Post(Add("NUT", from, to));

        var outcome = _world.Harness.Send(Add("RICE", otherFrom, otherTo));

        Assert.Equal(!overlap, outcome.Posted is not null);
        Assert.Equal(overlap, outcome.Refused is [{ Target: "value" } error]
            && error.Code == ErrorCodes.AmbiguousIdentifier);
    }

    [Fact]
    public void SameValue_OfAnotherKind_IsAnother()
    {
        _world.Post(new AddIdentifier(_world.Key(), "NUT", IdentifierKind.Barcode, "96385074"));

        _world.Post(new AddIdentifier(_world.Key(), "RICE", IdentifierKind.Gtin, "96385074"));
        _world.Post(new AddIdentifier(_world.Key(), "RICE", IdentifierKind.Alias, "96385074"));
    }

    [Fact]
    public void SameGtin_InAnotherLength_IsTheSame()
    {
        _world.Post(new AddIdentifier(_world.Key(), "NUT", IdentifierKind.Gtin, "036000291452"));

        _world.Refuse(
            new AddIdentifier(_world.Key(), "RICE", IdentifierKind.Gtin, "0036000291452"),
                ErrorCodes.AmbiguousIdentifier);
    }

    [Fact]
    public void TwoInOneBatch_AreCheckedAgainstEachOther()
    {
        var outcomes = _world.Harness.SendBatch(Add("NUT", 1, 5), Add("RICE", 5, 6), Add("RICE", 6, 7));

        Assert.Equal([true, false, true], outcomes.Select(outcome => outcome.Posted is not null));
    }

    [Fact]
    public void WrongFields_AreRefusedTogether()
    {
        var errors = _world.Harness.Refuse(new AddIdentifier(_world.Key(), "NUT", IdentifierKind.Gtin, "4006381333932")
        {
            Unit = "crate", ValidFrom = Day, ValidTo = Day.PlusDays(-1),
        });

        Assert.Equal(["Invalid.Field validTo", "Invalid.CheckDigit value"], errors
            .Select(error => $"{error.Code} {error.Target}"));
        _world.Refuse(Add("NUT", 1, 2) with { Unit = "crate" }, ErrorCodes.InvalidConversion);
        _world.Refuse(Add("NONE", 1, 2), ErrorCodes.SkuNotFound);
        _world.Refuse(Add("NUT", 1, 2) with { Value = "\n" }, ErrorCodes.InvalidCode);
        _world.Refuse(Add("NUT", 1, 2) with { Kind = IdentifierKind.Gtin, Value = null! }, ErrorCodes.InvalidCode);
    }

    [Property]
    public void Overlaps_IsASharedDay(byte from, byte? to, byte otherFrom, byte? otherTo)
    {
        var (one, other) = (Of(from, to), Of(otherFrom, otherTo));
        var days = Enumerable.Range(0, 300).Select(day => Day.PlusDays(day)).ToList();

        Assert.Equal(days.Any(day => one.IsValidOn(day) && other.IsValidOn(day)), one.Overlaps(other));
        Assert.Equal(one.Overlaps(other), other.Overlaps(one));
    }

    private static Identifier Of(byte from, byte? to) => new(
        IdentifierKind.Alias, "A", 1, "ea", Day.PlusDays(from), to is { } length ? Day.PlusDays(from + length % 40)
            : null);

    private AddIdentifier Add(string sku, int? from, int? to) => new(_world.Key(), sku, IdentifierKind.Barcode, "4711")
    {
        ValidFrom = from is { } first ? Day.PlusDays(first) : null,
        ValidTo = to is { } last ? Day.PlusDays(last) : null,
        Unit = sku == "RICE" ? "kg" : null,
    };
}
