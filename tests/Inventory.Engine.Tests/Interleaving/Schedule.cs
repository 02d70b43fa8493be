using System.Globalization;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>Decides which of the steps that could be taken is taken next.</summary>
internal abstract class Schedule
{
    /// <summary>
    /// Whether both sides of every call to the store, and the work inside an engine, are steps; else only what others
    /// can notice.
    /// </summary>
    public abstract bool IsFine { get; }

    /// <summary>What replays it, as <see cref="Parse"/> reads it.</summary>
    public abstract string Text { get; }

    public abstract Step Next(IReadOnlyList<Step> ready);

    /// <summary>A seed, such as <c>seed 17</c>, or the choices that were made, such as <c>0.1.1.0</c>.</summary>
    public static Schedule Parse(string text) => text.StartsWith("seed ", StringComparison.Ordinal)
        ? new RandomSchedule(int.Parse(text.AsSpan(5), CultureInfo.InvariantCulture))
        : new GivenSchedule([.. text.Split('.').Select(choice => int.Parse(choice, CultureInfo.InvariantCulture))]);
}

/// <summary>Picks by chance, from a seed.</summary>
internal sealed class RandomSchedule(int seed) : Schedule
{
    private readonly Random _random = new(seed);

    public override bool IsFine => true;

    public override string Text => string.Create(CultureInfo.InvariantCulture, $"seed {seed}");

    public override Step Next(IReadOnlyList<Step> ready) => ready[_random.Next(ready.Count)];
}

/// <summary>Makes the choices that another schedule made.</summary>
internal sealed class GivenSchedule(IReadOnlyList<int> choices) : Schedule
{
    private int _next;

    public override bool IsFine => false;

    public override string Text => string.Join('.', choices);

    public override Step Next(IReadOnlyList<Step> ready) =>
        ready[_next < choices.Count ? Math.Min(choices[_next++], ready.Count - 1) : 0];
}
