using Inventory.Engine.Tests.Support;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>What the tests of interleavings rest on.</summary>
public sealed class StepperTests(ITestOutputHelper output)
{
    [Fact]
    public async Task OrdersLeftOut_LeadToNothingNew()
    {
        foreach (var name in new[] { "two reserves of one unit", "a reserve against a receipt (warm)" })
        {
            var all = await Exploration.AllAsync(Scenarios.Find(name), StoreKind.Memory, everyOrder: true);
            var some = await Exploration.AllAsync(Scenarios.Find(name), StoreKind.Memory);

            output.WriteLine($"{name}: {all.Schedules} in all, {some.Schedules} that differ in what can be noticed");
            Assert.Null(all.Breach);
            Assert.True(some.Schedules < all.Schedules);
            Assert.Equal(all.Outcomes.Order(StringComparer.Ordinal), some.Outcomes.Order(StringComparer.Ordinal));
            Assert.True(some.Outcomes.Count > 1);
        }
    }

    [Fact]
    public async Task SameSeed_GivesTheSameSteps()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var first = await Exploration.RandomAsync(RandomScenario.Of, StoreKind.Memory, seed, 1);
            var second = await Exploration.RandomAsync(RandomScenario.Of, StoreKind.Memory, seed, 1);
            Assert.NotEmpty(first.Trace);
            Assert.Equal(first.Trace, second.Trace);
        }
    }

    [Fact]
    public async Task Choices_GivenAgain_GiveTheSameSteps()
    {
        foreach (var scenario in Scenarios.All)
        {
            var some = await Exploration.AllAsync(scenario, StoreKind.Memory, most: 3);
            var again = await Exploration.ReplayAsync(scenario, StoreKind.Memory, some.Schedule);
            Assert.Equal((some.Schedule, some.Trace), (again.Schedule, again.Trace));
        }
    }

    [Fact]
    public void StepOfAnotherThread_FailsTheRun()
    {
        var stepper = new Stepper();
        var stranger = new Thread(() => stepper.Add(1, StepKind.Read, "read", () => { }));
        stranger.Start();
        stranger.Join();

        Assert.Throws<InvalidOperationException>(stepper.RunOut);
    }

    [Fact]
    public void Writers_TakeTurns()
    {
        var stepper = new Stepper();
        var order = new List<string>();
        stepper.Add(1, StepKind.Write, "first", () =>
        {
            order.Add("first");
            stepper.IsWriting = true;
        });
        stepper.Add(2, StepKind.Write, "second", () => order.Add("second"));
        stepper.Add(1, StepKind.Commit, "end", () =>
        {
            order.Add("end");
            stepper.IsWriting = false;
        });

        stepper.RunOut();

        Assert.Equal(["first", "end", "second"], order);
    }
}
