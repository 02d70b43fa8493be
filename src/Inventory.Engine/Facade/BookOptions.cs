using Inventory.Valuation;

namespace Inventory;

/// <summary>A book to keep.</summary>
public sealed class BookOptions
{
    /// <summary>The book's name, 1 to 100 characters.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>How it costs what goes out.</summary>
    /// <value>Default: first in, first out.</value>
    public CostMethod Method { get; set; }

    /// <summary>Whether replies carry this book's cost; at most one book.</summary>
    /// <value>Default: false.</value>
    public bool Inline { get; set; }
}
