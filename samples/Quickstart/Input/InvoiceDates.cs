using System.Globalization;
using NodaTime;

namespace Inventory.Samples.Quickstart.Input;

/// <summary>
/// Reads an invoice's date and time, taken as UTC. Year first is always understood; dates with slashes only where the
/// file proves which part is the month.
/// </summary>
internal sealed class InvoiceDates(Func<SlashOrder?> findSlashOrder)
{
    private static readonly string[] _yearFirst = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm"];
    private static readonly string[] _monthFirst = ["M/d/yyyy H:mm", "M/d/yyyy H:mm:ss"];
    private static readonly string[] _dayFirst = ["d/M/yyyy H:mm", "d/M/yyyy H:mm:ss"];

    // Asked for at the first such date only: the answer may take a look through the whole file.
    private readonly Lazy<SlashOrder?> _slashOrder = new(findSlashOrder);

    public bool TryRead(ReadOnlySpan<char> text, out Instant at, out string rule)
    {
        at = default;
        rule = "is not a date like 2010-12-31 23:59:00";
        string[] formats = _yearFirst;
        if (text.Contains('/'))
        {
            if (_slashOrder.Value is not { } order)
            {
                rule = "may have the month or the day first, and no date in the file proves which;"
                    + " write dates like 2010-12-31 23:59:00";
                return false;
            }

            formats = order == SlashOrder.MonthFirst ? _monthFirst : _dayFirst;
            rule = $"is not a date like {formats[0]}, which is how other dates in this file read";
        }

        const DateTimeStyles AsUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTime.TryParseExact(text.Trim(), formats, CultureInfo.InvariantCulture, AsUtc, out DateTime read))
        {
            return false;
        }

        at = Instant.FromDateTimeUtc(read);
        return true;
    }
}
