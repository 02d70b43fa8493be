using System.ComponentModel.DataAnnotations;

namespace Inventory;

/// <summary>What the attributes of <see cref="InventoryOptions"/> cannot say.</summary>
internal static class InventoryOptionsRules
{
    /// <summary>Every rule that is broken, as sentences.</summary>
    public static IReadOnlyList<string> Broken(InventoryOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        var broken = results.Select(result => result.ErrorMessage!).ToList();
        if (options.Currency.IsDefault)
        {
            broken.Add("Currency is not set; name one, such as Currency.Eur.");
        }

        if (options.CommandTimeout <= NodaTime.Duration.Zero || options.ShutdownTimeout < NodaTime.Duration.Zero)
        {
            broken.Add("CommandTimeout must be positive and ShutdownTimeout must not be negative.");
        }

        if (options.Books.Any(book => Commands.Codes.Normalise(book.Name) is null)
            || options.Books.Select(book => book.Name).Distinct(StringComparer.Ordinal).Count() != options.Books.Count)
        {
            broken.Add("Every book needs a name of its own of 1 to 100 characters.");
        }

        if (options.Books.Count(book => book.Inline) > 1)
        {
            broken.Add("At most one book can be inline.");
        }

        return broken;
    }

    public static void Check(InventoryOptions options)
    {
        if (Broken(options) is { Count: > 0 } broken)
        {
            throw new ArgumentException(string.Join(" ", broken), nameof(options));
        }
    }
}
