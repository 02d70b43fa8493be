using System.Globalization;
using Inventory.Commands;

namespace Inventory.Lots;

/// <summary>Consecutive serials, such as <c>SN-000001</c> to <c>SN-100000</c>, or a single one.</summary>
/// <remarks>
/// Both ends have the same length and the same text before the digits they end in; the digits count up and keep their
/// width. Immutable.
/// </remarks>
/// <param name="First">The first serial.</param>
/// <param name="Last">The last serial, included; null for the first alone.</param>
public sealed record SerialRange(string First, string? Last = null)
{
    // As many digits as fit 64 bits; what stands before them must be equal.
    private const int DigitsMax = 18;

    /// <summary>How many serials it names.</summary>
    /// <returns>The number; 0 when the ends make no range.</returns>
    public long CountSerials() => TryRead(out _, out var first, out var last) ? last - first + 1 : 0;

    /// <summary>The serials, in order.</summary>
    /// <returns>Their numbers; none when the ends make no range.</returns>
    public IEnumerable<string> EnumerateSerials()
    {
        if (!TryRead(out var prefix, out var first, out var last))
        {
            yield break;
        }

        if (Last is null)
        {
            yield return Codes.Normalise(First)!;
            yield break;
        }

        var format = "D" + (Codes.Normalise(First)!.Length - prefix.Length).ToString(CultureInfo.InvariantCulture);
        for (var number = first; number <= last; number++)
        {
            yield return prefix + number.ToString(format, CultureInfo.InvariantCulture);
        }
    }

    internal void WritePayload(ref PayloadWriter writer)
    {
        writer.Text(First);
        writer.Text(Last);
    }

    private bool TryRead(out string prefix, out long first, out long last)
    {
        (prefix, first, last) = (string.Empty, 0, 0);
        if (Codes.Normalise(First) is not { } from)
        {
            return false;
        }

        if (Last is null)
        {
            return true;
        }

        if (Codes.Normalise(Last) is not { } to || to.Length != from.Length)
        {
            return false;
        }

        var digits = 0;
        while (digits < Math.Min(from.Length, DigitsMax) && char.IsAsciiDigit(from[^(digits + 1)]))
        {
            digits++;
        }

        prefix = from[..^digits];
        return digits > 0
            && Codes.Fold(to[..^digits]) == Codes.Fold(prefix)
            && long.TryParse(from[^digits..], NumberStyles.None, CultureInfo.InvariantCulture, out first)
            && long.TryParse(to[^digits..], NumberStyles.None, CultureInfo.InvariantCulture, out last)
            && first <= last;
    }
}
