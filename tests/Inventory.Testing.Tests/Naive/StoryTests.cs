using Inventory.Testing.Naive;
using NodaTime;

namespace Inventory.Testing.Tests.Naive;

/// <summary>A story that is mostly refused, or never for some reason, would prove nothing.</summary>
public sealed class StoryTests
{
    [Fact]
    public void Stories_AreAcceptedOften_AndRefusedForManyReasons()
    {
        var random = new Random(1);
        var answers = Enumerable.Range(0, 30).SelectMany(_ => Tell(random)).ToList();

        var reasons = answers
            .SelectMany(answer => answer.Errors)
            .Select(error => error.Name)
            .ToHashSet(StringComparer.Ordinal);
        Assert.InRange(answers.Count(answer => answer.IsAccepted), answers.Count / 3, answers.Count);
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "Invalid.Quantity", "Invalid.Conversion", "Invalid.Movement", "Invalid.LotRequired", "Invalid.Reason",
                "Invalid.Time", "NotFound.Lot", "Conflict.Lifecycle", "Conflict.SerialState", "Conflict.CostMissing",
                "Conflict.AlreadyReversed", "Conflict.Insufficient", "Conflict.Counted", "Conflict.ReservationState",
            },
            reasons);
    }

    private static List<NaiveAnswer> Tell(Random random)
    {
        var (model, clock, story) = (new NaiveInventory(4), new FakeClock(), new Story());
        Assert.All(Story.Setting, command => Assert.True(model.Execute(command, clock.Now).IsAccepted));
        var answers = new List<NaiveAnswer>();
        var bytes = new byte[6];
        for (var i = 0; i < 60; i++)
        {
            clock.Advance(Duration.FromMinutes(1));
            random.NextBytes(bytes);
            var command = story.Tell(new Step(bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5]), clock.Now);
            answers.Add(model.Execute(command, clock.Now));
            if (answers[^1].IsAccepted)
            {
                story.Accept(command);
            }
        }

        return answers;
    }
}
