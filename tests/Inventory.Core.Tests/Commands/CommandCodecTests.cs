using System.Text.Json.Nodes;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Core.Tests.Support;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Core.Tests.Commands;

/// <summary>A command that was stored as text is the same command when it is read.</summary>
[Capability("INT-03")]
public sealed class CommandCodecTests
{
    public static TheoryData<Type> Kinds => [.. AllKinds];

    private static IEnumerable<Type> AllKinds => typeof(Command).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract);

    [Fact]
    public void EveryCommand_HasAForm() => Assert.Equal(
        AllKinds.Select(type => type.Name).Order(StringComparer.Ordinal),
        CommandCodec.Kinds.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryField_ComesBack(Type kind)
    {
        foreach (var seed in Enumerable.Range(0, 200))
        {
            var command = new ArbitraryCommands(seed).Make(kind);
            var again = CommandCodec.Decode(CommandCodec.Encode(command)).GetValueOrThrow();

            Assert.IsType(kind, again);
            Assert.Equal(command.Key, again.Key);
            Assert.Equal(command.ComputePayload(), again.ComputePayload());
            Assert.Equal(CommandCodec.Encode(command), CommandCodec.Encode(again));
        }
    }

    [Property]
    public void Commands_OfAnyKind_ComeBackWithTheirPayload(int seed)
    {
        var kinds = AllKinds.ToList();
        var command = new ArbitraryCommands(seed).Make(kinds[new Random(seed).Next(kinds.Count)]);

        var again = CommandCodec.Decode(CommandCodec.Encode(command)).GetValueOrThrow();

        Assert.Equal((command.Key, command.ComputePayload()), (again.Key, again.ComputePayload()));
    }

    [Property]
    public void Numbers_ComeBackExactly(decimal amount)
    {
        var count = new Movements.CountStock("k", "A", "B", Quantity.Each(amount));

        var again = (Movements.CountStock)CommandCodec.Decode(CommandCodec.Encode(count)).GetValueOrThrow();

        Assert.Equal(amount, again.Seen.Amount);
        Assert.Equal(decimal.GetBits(amount), decimal.GetBits(again.Seen.Amount));
    }

    [Fact]
    public void Form_IsWrittenDown() => Assert.Equal(
        """
        {"version":1,"kind":"ReserveStock","command":{
        "lines":[{"sku":"MÜSLI","quantity":{"amount":"2.50","unit":"kg"},"pool":"SHOP","owner":null,"grade":null}],
        "kind":"Hold","timeToLive":null,"until":null,"holder":null,"neededBy":null,
        "channel":null,"priority":0,"shortage":"Refuse",
        "key":{"text":"order-1","source":"web"},
        "stamp":{"actor":"anna","device":null,"channel":null},"document":null}}
        """.ReplaceLineEndings(string.Empty),
        CommandCodec.Encode(
            new Inventory.Reservations.ReserveStock(
                new CommandKey("order-1", "web"), "MÜSLI", "SHOP", new Quantity(2.50m, "kg"))
            {
                Stamp = new Stamp("anna"),
            }));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"kind":"DefineSku","command":{}}""")]
    [InlineData("""{"version":"1","kind":"DefineSku","command":{}}""")]
    [InlineData("""{"version":2,"kind":"DefineSku","command":{}}""")]
    [InlineData("""{"version":1,"kind":"Command","command":{}}""")]
    [InlineData("""{"version":1,"kind":null,"command":{}}""")]
    [InlineData("""{"version":1,"kind":"DefineReason","command":null}""")]
    [InlineData("""{"version":1,"kind":"DefineReason","command":[]}""")]
    [InlineData("""{"version":1,"kind":"DefineReason"}""")]
    public void Text_ThatIsNoCommand_IsRefused(string json)
    {
        var refused = CommandCodec.Decode(json);

        Assert.False(refused.Succeeded);
        Assert.Equal(ErrorCodes.InvalidCommand, refused.Errors[0].Code);
        Assert.StartsWith("The stored command cannot be read: ", refused.Errors[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("key", "{\"text\":\"k\",\"surce\":\"x\"}")]
    [InlineData("baseUnit", "{\"code\":\"\",\"dimension\":\"count\",\"size\":{},\"step\":\"1\"}")]
    [InlineData("conversions", """[{"from":"a","to":"b","factor":{"numerator":"0","denominator":"1"},"step":"1"}]""")]
    [InlineData("conversions", """[{"from":"a","to":"b","factor":{"numerator":"1","denominator":"1"},"step":1.5}]""")]
    [InlineData("newField", "1")]
    [InlineData("type", "\"NoSuchType\"")]
    public void Fields_ThatAreUnknownOrWrong_AreRefusedNotDropped(string field, string value)
    {
        var json = JsonNode.Parse(CommandCodec.Encode(new DefineSku("k", "A")))!;
        json["command"]![field] = JsonNode.Parse(value);

        Assert.Equal(ErrorCodes.InvalidCommand, Assert.Single(CommandCodec.Decode(json.ToJsonString()).Errors).Code);
    }

    [Fact]
    public void Text_IsTheSameInEveryCulture()
    {
        var command = new AddIdentifier("k", "A", IdentifierKind.Alias, "B") { ValidFrom = new LocalDate(2026, 1, 2) };
        var expected = CommandCodec.Encode(command);

        Assert.All(Cultures.Awkward, culture =>
        {
            Assert.Equal(expected, Cultures.Run(culture, () => CommandCodec.Encode(command)));
            Assert.Equal(
                command.ComputePayload(),
                Cultures.Run(culture, () => CommandCodec.Decode(expected).Value.ComputePayload()));
        });
    }
}
