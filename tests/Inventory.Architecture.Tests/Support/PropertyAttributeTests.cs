using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Inventory.TestSupport;
using Microsoft.FSharp.Core;

namespace Inventory.Architecture.Tests.Support;

/// <summary>The laws of all other test projects stand on this attribute, so a law that breaks must fail.</summary>
public sealed class PropertyAttributeTests
{
    private int calls;

    [Property(MaxTest = 30)]
    public void Law_IsCalledWithMadeArguments(int number, string? text)
    {
        calls++;
        Assert.True(calls <= PropertySettings.Cases(30), $"called too often, last with {number} and {text}");
    }

    [Property(Arbitrary = [typeof(OnlySeven)])]
    public bool Law_UsesTheGivenArbitrary(int number) => number == 7;

    [Theory]
    [InlineData(nameof(Laws.ReturnsFalse))]
    [InlineData(nameof(Laws.Throws))]
    [InlineData(nameof(Laws.ThrowsLater))]
    [InlineData(nameof(Laws.ReturnsFalseLater))]
    public void BrokenLaw_FailsAndPrintsAReplay(string name)
    {
        var law = typeof(Laws).GetMethod(name, BindingFlags.Instance | BindingFlags.Public)!;

        var failure = Assert.ThrowsAny<Exception>(
            () => Check.Method(PropertySettings.Throwing(1000), law, FSharpOption<object>.Some(new Laws())));

        var message = (failure.InnerException ?? failure).Message;
        Assert.Contains("Replay directly at failing step with (", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_GivesTheSameArguments() => Assert.Equal(Seen("11,13,20"), Seen("11,13,20"));

    [Theory]
    [InlineData("11")]
    [InlineData("a,b")]
    public void Replay_ThatIsNoTriple_IsRefused(string text) =>
        Assert.Throws<FormatException>(() => PropertySettings.Throwing(replay: text));

    private static List<int> Seen(string replay)
    {
        var seen = new List<int>();
        Prop.ForAll<int>(number => seen.Add(number)).Check(PropertySettings.Throwing(20, replay));
        return seen;
    }

    private static class OnlySeven
    {
        public static Arbitrary<int> Numbers() => Gen.Constant(7).ToArbitrary();
    }

    private sealed class Laws
    {
        public bool ReturnsFalse(int number) => number < 10;

        public void Throws(int number) => Assert.True(number < 10);

        public async Task ThrowsLater(int number)
        {
            await Task.Yield();
            Assert.True(number < 10);
        }

        public async Task<bool> ReturnsFalseLater(int number)
        {
            await Task.Yield();
            return number < 10;
        }
    }
}
