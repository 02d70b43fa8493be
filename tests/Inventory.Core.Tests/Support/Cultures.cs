using System.Globalization;

namespace Inventory.Core.Tests.Support;

/// <summary>Cultures that break careless code: a dotless i, a decimal comma, a minus sign that is no hyphen.</summary>
internal static class Cultures
{
    public static readonly string[] Awkward = ["tr-TR", "de-DE", "sv-SE", "ar-SA", "fa-IR", "th-TH"];

    public static TheoryData<string> Data => new(Awkward);

    public static void Run(string culture, Action action) => Run(culture, () =>
    {
        action();
        return 0;
    });

    public static T Run<T>(string culture, Func<T> action)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUi;
        }
    }
}
