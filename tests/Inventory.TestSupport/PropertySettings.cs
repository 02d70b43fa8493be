using System.Globalization;
using FsCheck;

namespace Inventory.TestSupport;

/// <summary>How random tests run, from the environment, so that a nightly run or a replay edits no code.</summary>
/// <remarks>
/// <para><c>INVENTORY_REPLAY=seed,gamma,size</c> replays one failing case (the triple is printed with each failure).
/// Combine it with a filter: <c>INVENTORY_REPLAY=12,13,40 dotnet test --filter Add_IsCommutative</c>.</para>
/// <para><c>INVENTORY_MAX_TEST=n</c> multiplies the number of cases of each property by n.</para>
/// </remarks>
public static class PropertySettings
{
    /// <summary>The name of the variable that holds a replay triple.</summary>
    public const string ReplayVariable = "INVENTORY_REPLAY";

    /// <summary>The name of the variable that multiplies the number of cases.</summary>
    public const string MaxTestVariable = "INVENTORY_MAX_TEST";

    /// <summary>Cases of a property that does not say otherwise.</summary>
    public const int MaxTestDefault = 100;

    /// <summary>A throwing FsCheck configuration for one property, replay and multiplier applied.</summary>
    /// <param name="maxTest">Cases before the multiplier.</param>
    /// <param name="replay">A fixed triple, or null; the environment wins over it.</param>
    public static Config Throwing(int maxTest = MaxTestDefault, string? replay = null)
    {
        var config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(Cases(maxTest));
        var triple = Environment.GetEnvironmentVariable(ReplayVariable) is { Length: > 0 } given ? given : replay;
        return string.IsNullOrWhiteSpace(triple) ? config : WithReplay(config, triple);
    }

    /// <summary>The number of cases to run when <paramref name="maxTest"/> are asked for.</summary>
    /// <param name="maxTest">Cases before the multiplier.</param>
    public static int Cases(int maxTest) => maxTest * Multiplier();

    private static int Multiplier()
    {
        var text = Environment.GetEnvironmentVariable(MaxTestVariable);
        if (string.IsNullOrWhiteSpace(text))
        {
            return 1;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var factor) && factor > 0
            ? factor
            : throw new FormatException($"{MaxTestVariable} must be a whole number of at least 1, but is '{text}'.");
    }

    private static Config WithReplay(Config config, string triple)
    {
        var parts = triple.Trim('(', ')', ' ').Split(',', StringSplitOptions.TrimEntries);
        try
        {
            var seed = ulong.Parse(parts[0], CultureInfo.InvariantCulture);
            var gamma = ulong.Parse(parts[1], CultureInfo.InvariantCulture);
            return parts.Length > 2
                ? config.WithReplay(seed, gamma, int.Parse(parts[2], CultureInfo.InvariantCulture))
                : config.WithReplay(seed, gamma);
        }
        catch (Exception e) when (e is FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw new FormatException($"A replay is seed,gamma or seed,gamma,size, but is '{triple}'.", e);
        }
    }
}
