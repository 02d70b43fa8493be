using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Core.Tests.Support;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.References;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Decisions;

/// <summary>Fields that all commands share, and fields that must have a defined value.</summary>
public sealed class FieldTests
{
    private static readonly string TooLong = new('x', 201);

    private readonly World _world = new();

    [Fact]
    [Capability("MOV-20")]
    public void Stamp_IsCheckedFieldByField()
    {
        var command = _world.Receipt("NUT", 1) with { Stamp = new Stamp(TooLong, "a\u0001", "ok") };

        var errors = _world.Harness.Refuse(command);

        Assert.All(errors, error => Assert.Equal(ErrorCodes.InvalidField, error.Code));
        Assert.Equal(["stamp.actor", "stamp.device"], errors.Select(error => error.Target));
        Assert.Equal(["201 characters", "(not printable)"], errors.Select(error => error.Actual));
        _world.Post(_world.Receipt("NUT", 1) with { Stamp = new Stamp(null, TooLong[1..], "\uD83D\uDE80") });
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("ann", true)]
    [Capability("MOV-20")]
    public void Actor_IsRequiredWhereTheLedgerSaysSo(string? actor, bool isAccepted)
    {
        var world = new World(new HarnessOptions(RequireActor: true));

        var outcome = world.Harness.Send(world.Receipt("NUT", 1) with { Stamp = new Stamp(actor) });

        Assert.Equal(isAccepted, outcome.Posted is not null);
        world.Refuse(world.Count("NUT", 1), ErrorCodes.ActorRequired);
    }

    [Theory]
    [InlineData("", "1", null)]
    [InlineData("order", " ", null)]
    [InlineData("order", "1", "not a uri")]
    [InlineData("order", "1", "http://[")]
    [InlineData("order", "1", "a\u0000b")]
    [Capability("MOV-10")]
    public void Document_MustBeAReference(string type, string id, string? uri) =>
        _world.Refuse(_world.Receipt("NUT", 1) with { Document = new SourceDocument(type, id, uri) },
            ErrorCodes.InvalidReference);

    [Theory]
    [InlineData(null)]
    [InlineData("https://shop.example/orders/1?x=%20#top")]
    [InlineData("/orders/1")]
    [InlineData("urn:order:1")]
    [Capability("MOV-10")]
    public void Document_MayHaveAnyUri(string? uri)
    {
        var receipt = _world.Receipt("NUT", 1) with { Document = new SourceDocument("order", "1", uri) };
        _world.Post(receipt);

        Assert.Equal(receipt.Document, _world.Ledger.Commands[receipt.Key].Document);
    }

    [Fact]
    [Capability("MOV-10")]
    public void Document_OfTooLongTexts_IsRefused()
    {
        var errors = _world.Harness.Refuse(_world.Receipt("NUT", 1) with
        {
            Document = new SourceDocument(TooLong, TooLong, "/" + new string('x', 2_000)),
        });

        Assert.Equal(["document.type", "document.id", "document.uri"], errors.Select(error => error.Target));
    }

    [Fact]
    public void Text_WithHalfASurrogatePair_IsRefused()
    {
        _world.Refuse(_world.Receipt("NUT", 1) with { Stamp = new Stamp("\uD800") }, ErrorCodes.InvalidField);
        _world.Refuse(new DefineSku(_world.Key(), "A") { Name = "\uDC00" }, ErrorCodes.InvalidField);
        _world.Refuse(new DefineSku(_world.Key(), "A\uD800"), ErrorCodes.InvalidCode);
        _world.Refuse(_world.Receipt("NUT", 1) with { Key = new CommandKey("\uD800") }, ErrorCodes.InvalidKey);
    }

    [Fact]
    public void Names_OfMasterDataHaveALimit()
    {
        var name = new string('n', 400);
        _world.Post(new DefineSku(_world.Key(), "A") { Name = name });
        _world.Post(new DefineLocation(_world.Key(), "A", LocationKind.Site) { Name = name });
        _world.Post(new DefineReason(_world.Key(), "A") { Name = name, Account = name });

        Assert.Equal("name", _world
            .Refuse(new DefineSku(_world.Key(), "B") { Name = name + "n" }, ErrorCodes.InvalidField).Target);
        _world.Refuse(new DefineLocation(_world.Key(), "B", LocationKind.Site) { Name = name + "n" },
            ErrorCodes.InvalidField);
        var errors = _world.Harness
            .Refuse(new DefineReason(_world.Key(), "B") { Name = name + "n", Account = name + "n" });
        Assert.Equal(["name", "account"], errors.Select(error => error.Target));
    }

    [Fact]
    public void Values_ThatNoEnumerationHas_AreRefused()
    {
        var issue = World.Line("NUT", 1, "B1");
        Command[] commands =
        [
            _world.Movement(MovementKind.Issue, issue with { FromStatus = (StockStatus)99 }),
            _world.Movement(MovementKind.Transfer, issue with { To = "B2", ToStatus = (StockStatus)(-1) }),
            _world.Movement(MovementKind.Issue, issue with { Rounding = (Rounding)9 }),
            _world.Movement(MovementKind.Issue, issue) with { AfterCount = (CountedPolicy)2 },
            _world.Count("NUT", 1) with { Status = (StockStatus)6 },
            new DefineSku(_world.Key(), "A") { Type = (SkuType)7 },
            new DefineSku(_world.Key(), "A") { Lifecycle = (Lifecycle)5 },
            new DefineSku(_world.Key(), "A") { Tracking = (Tracking)3 },
            new ChangeLifecycle(_world.Key(), "NUT", (Lifecycle)5),
            new AddIdentifier(_world.Key(), "NUT", (IdentifierKind)5, "A"),
            new DefineLocation(_world.Key(), "A", (LocationKind)11),
            new DefineLocation(_world.Key(), "A", LocationKind.Site) { Negative = (NegativeStock)3 },
            new DefineReason(_world.Key(), "A", (ReasonDirection)3),
            new DefineOwner(_world.Key(), "A") { Terms = (OwnerTerms)2 },
        ];

        Assert.All(commands, command => _world.Refuse(command, ErrorCodes.InvalidField));
        _world.Refuse(_world.Movement((MovementKind)99, issue with { To = "B2" }), ErrorCodes.InvalidMovement);
    }

    [Theory]
    [InlineData("FOUND", "LOSS", "B1", true)]
    [InlineData("FOUND", "B1", "LOSS", false)]
    [InlineData("LOST", "LOSS", "B1", false)]
    [InlineData("LOST", "B1", "LOSS", true)]
    [InlineData("FIX", "LOSS", "B1", true)]
    [InlineData("FIX", "B1", "LOSS", true)]
    [InlineData(" fix ", "B1", "LOSS", true)]
    [InlineData("NONE", "B1", "LOSS", false)]
    [InlineData("", "B1", "LOSS", false)]
    [InlineData(null, "B1", "LOSS", false)]
    [Capability("MOV-09")]
    public void Reason_MustBeDefinedAndOfItsDirection(string? reason, string from, string to, bool isAccepted)
    {
        _world.Post(_world.Receipt("NUT", 5));
        var adjustment = _world
            .Movement(MovementKind.Adjustment, World.Line("NUT", 1, from, to)) with
        { Reason = reason };

        if (isAccepted)
        {
            var number = Assert.Single(_world.Post(adjustment).Entries).Reason;
            Assert.Equal(reason!.Trim().ToUpperInvariant(), _world.Ledger.Reasons
                .Single(row => row.Number == number).Code);
        }
        else
        {
            Assert.Equal("reason", _world.Refuse(adjustment, ErrorCodes.InvalidReason).Target);
        }
    }

    [Fact]
    [Capability("MOV-15")]
    public void Scrap_NeedsAReasonAndIsValuedAtCost()
    {
        _world.Post(_world.Receipt("NUT", 4, total: 10));

        _world.Refuse(_world.Scrap("NUT", 1) with { Reason = null }, ErrorCodes.InvalidReason);
        _world.Refuse(_world.Scrap("NUT", 1) with { Reason = "FOUND" }, ErrorCodes.InvalidReason);

        Assert.Equal(25_000, _world.Post(_world.Scrap("NUT", 1) with { Reason = "LOST" }).Reply.Entries[0].Cost);
    }

    [Fact]
    [Capability("MOV-18")]
    public void ControlTotal_IsTheSumInBaseUnits()
    {
        var lines = new[]
        {
            World.Line("NUT", 2, to: "B1") with { Quantity = new Quantity(2, "box"), Cost = Cost.Zero },
            World.Line("RICE", 1.5m, to: "B1") with { Cost = Cost.Zero },
        };

        var error = _world.Refuse(
            _world.Movement(MovementKind.Opening, lines) with { ControlTotal = 26 }, ErrorCodes.ControlTotal);
        Assert.Equal(("25.5", "26"), (error.Actual, error.Allowed));
        _world.Post(_world.Movement(MovementKind.Opening, lines) with
        {
            ControlTotal = 25.50m,
            Effective = Times
            .Minute(-1_000)
        });
    }

    [Fact]
    [Capability("MOV-19")]
    public void ExpectedVersion_IsTheSequenceOfTheLastEntry()
    {
        _world.Post(_world.Receipt("NUT", 5));

        var error = _world.Refuse(Issue(0), ErrorCodes.Version);
        Assert.Equal(("lines[0].expectedVersion", "0", "1"), (error.Target, error.Actual, error.Allowed));
        _world.Post(Issue(1));
        _world.Refuse(Issue(1), ErrorCodes.Version);
        _world.Post(Issue(2));

        PostMovement Issue(long version) =>
            _world.Movement(MovementKind.Issue, World.Line("NUT", 1, "B1") with { ExpectedVersion = version });
    }
}
