using System.Text;

namespace Inventory.Commands;

/// <summary>
/// The one rule for human codes: outer blanks cut, Unicode NFC, 1 to 100 characters, no control characters.
/// </summary>
public static class Codes
{
    /// <summary>The longest code, in characters.</summary>
    public const int LengthMax = 100;

    /// <summary>The code as people see it.</summary>
    /// <param name="code">The code as it was given.</param>
    /// <returns>The normalised code, or null when it breaks the rule.</returns>
    public static string? Normalise(string? code)
    {
        if (code is null)
        {
            return null;
        }

        var trimmed = code.Trim();
        if (!IsPrintable(trimmed))
        {
            return null;
        }

        // Composing makes most texts shorter and a few longer; what counts is what is kept.
        var composed = trimmed.IsNormalized(NormalizationForm.FormC) ? trimmed : trimmed
            .Normalize(NormalizationForm.FormC);
        return composed.Length is 0 or > LengthMax ? null : composed;
    }

    /// <summary>
    /// What two spellings of one code have in common: its invariant upper case, a code that folds to itself.
    /// </summary>
    /// <param name="normalised">A normalised code.</param>
    /// <returns>The folded code; codes are one when their folded forms are equal by ordinal.</returns>
    public static string Fold(string normalised)
    {
        ArgumentNullException.ThrowIfNull(normalised);
        if (Ascii.IsValid(normalised))
        {
            return normalised.ToUpperInvariant();
        }

        // Some letters have an upper case only without their mark, and some pairs compose only in upper case, so the
        // text is taken apart first and put together again afterwards.
        return normalised.Normalize(NormalizationForm.FormD).ToUpperInvariant().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Normalises and folds.</summary>
    /// <param name="code">The code as it was given.</param>
    /// <returns>The folded code, or null when the code breaks the rule.</returns>
    public static string? TryFold(string? code) => Normalise(code) is { } normalised ? Fold(normalised) : null;

    internal static bool HasControl(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text holds no control characters and can be written as UTF-8.</summary>
    internal static bool IsPrintable(string text) => !HasControl(text) && IsWellFormed(text);

    /// <summary>Whether every surrogate has its partner; a text without would not survive UTF-8.</summary>
    internal static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }
}
