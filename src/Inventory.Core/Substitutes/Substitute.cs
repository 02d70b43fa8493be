using System.Numerics;
using System.Text.Json;
using Inventory.Catalog;
using Inventory.References;
using NodaTime;

namespace Inventory.Substitutes;

/// <summary>Another SKU that may be sold instead, in one direction, for a time.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Sku">The substitute's number.</param>
/// <param name="Ratio">How many base units of it replace one base unit of the SKU asked for.</param>
/// <param name="Rule">When it is used.</param>
/// <param name="ValidFrom">The first day; null is since ever.</param>
/// <param name="ValidTo">The last day, included; null is open.</param>
public sealed record Substitute(
    int Sku, Ratio Ratio, SubstitutionRule Rule, LocalDate? ValidFrom = null, LocalDate? ValidTo = null)
{
    /// <summary>Whether the link holds on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True from the first to the last day, both included.</returns>
    public bool IsValidOn(LocalDate day) => !(day < ValidFrom) && !(day > ValidTo);

    /// <summary>How much of the substitute replaces a quantity, rounded up to its next step.</summary>
    /// <param name="original">The SKU asked for.</param>
    /// <param name="steps">How much of it, in steps of its base unit; zero or more.</param>
    /// <param name="substitute">The substitute.</param>
    /// <returns>Steps of the substitute's base unit; null when that is more than a ledger can count.</returns>
    public long? Replace(Sku original, long steps, Sku substitute)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(substitute);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        var (whole, rest, denominator) = StepCount.Divide(original.BaseUnit.Step, Ratio, substitute.BaseUnit.Step);
        var exact = (whole * denominator + rest) * steps;
        var up = BigInteger.DivRem(exact, denominator, out var over) + (over.IsZero ? 0 : 1);
        return up <= long.MaxValue ? (long)up : null;
    }

    internal static void Write(Utf8JsonWriter json, Substitute link)
    {
        json.WriteNumber("sku", link.Sku);
        json.WriteNumber("numerator", link.Ratio.Numerator);
        json.WriteNumber("denominator", link.Ratio.Denominator);
        json.WriteNumber("rule", (int)link.Rule);
        DetailsText.Write(json, "from", link.ValidFrom);
        DetailsText.Write(json, "to", link.ValidTo);
    }

    internal static Substitute Read(JsonElement json) => new(
        json.GetProperty("sku").GetInt32(),
        new Ratio(json.GetProperty("numerator").GetInt64(), json.GetProperty("denominator").GetInt64()),
        (SubstitutionRule)json.GetProperty("rule").GetInt32(),
        DetailsText.Day(json, "from"), DetailsText.Day(json, "to"));
}
