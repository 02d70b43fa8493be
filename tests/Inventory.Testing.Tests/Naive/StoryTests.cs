using Inventory.Testing.Naive;
using NodaTime;

namespace Inventory.Testing.Tests.Naive;

/// <summary>A story that is mostly refused, or never for some reason, would prove nothing.</summary>
public sealed class StoryTests
{
    [Fact]
    public void Stories_AreAcceptedOften_AndRefusedForManyReasons()
    {
        var random = new Random(2);
        var answers = Enumerable.Range(0, 120).SelectMany(_ => Tell(random)).ToList();

        var reasons = answers
            .SelectMany(answer => answer.Errors)
            .Select(error => error.Name)
            .ToHashSet(StringComparer.Ordinal);
        Assert.InRange(answers.Count(answer => answer.IsAccepted), answers.Count / 4, answers.Count);
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "Invalid.Quantity", "Invalid.Conversion", "Invalid.Movement", "Invalid.LotRequired", "Invalid.Reason",
                "Invalid.Time", "NotFound.Lot", "Conflict.Lifecycle", "Conflict.SerialState", "Conflict.CostMissing",
                "Conflict.AlreadyReversed", "Conflict.Insufficient", "Conflict.Counted", "Conflict.ReservationState",
                "NotFound.Sku", "NotFound.Location", "NotFound.Command", "NotFound.Reservation", "Conflict.Version",
                "Conflict.IdempotencyMismatch", "Conflict.DuplicateCode", "Conflict.ControlTotal", "Invalid.Ttl",
                "Invalid.Reservation", "Forbidden.Holder", "Conflict.Frozen", "Conflict.NotFrozen", "Invalid.Dates",
                "Conflict.LotDates", "Conflict.OverReceipt", "Conflict.LotTransition", "Conflict.LotBlocked",
                "Invalid.Increment", "Invalid.LotForbidden", "Invalid.Policy",
            },
            reasons);
    }

    private static List<NaiveAnswer> Tell(Random random)
    {
        var (model, clock, story) = (new NaiveInventory(4), new FakeClock(), new Story());
        Assert.All(Story.Setting, command => Assert.True(model.Execute(command, clock.Now).IsAccepted));
        var answers = new List<NaiveAnswer>();
        foreach (var step in Step.Random(random, 60))
        {
            clock.Advance(Duration.FromMinutes(Story.MinutesBefore(step)));
            var command = story.Tell(step, clock.Now);
            answers.Add(model.Execute(command, clock.Now));
            if (answers[^1].IsAccepted)
            {
                story.Accept(command);
            }
        }

        return answers;
    }
}
