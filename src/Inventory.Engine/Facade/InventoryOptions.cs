using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace Inventory;

/// <summary>The settings of an inventory: what its ledger is, and how the engine treats load.</summary>
public sealed class InventoryOptions
{
    /// <summary>The ledger's name; one database can hold many.</summary>
    /// <value>Default: <c>main</c>.</value>
    [Required]
    [StringLength(100, MinimumLength = 1)]
    public string Ledger { get; set; } = "main";

    /// <summary>The currency of all costs. Fixed when the ledger is created.</summary>
    /// <value>Default: EUR.</value>
    public Currency Currency { get; set; } = Currency.Eur;

    /// <summary>Decimals kept in value. Fixed when the ledger is created.</summary>
    /// <value>Default: null, which is the currency's digits and four more.</value>
    [Range(0, Inventory.CostScale.Max)]
    public int? CostScale { get; set; }

    /// <summary>Whether anonymous commands are refused. Fixed when the ledger is created.</summary>
    /// <value>Default: false.</value>
    public bool RequireActor { get; set; }

    /// <summary>The books to keep. Books can be added to a ledger with history; none is ever removed.</summary>
    /// <value>Default: none.</value>
    public IList<BookOptions> Books { get; } = [];

    /// <summary>The most commands of one batch, and so of one transaction.</summary>
    /// <value>Default: 1,024.</value>
    [Range(1, 65_536)]
    public int BatchMax { get; set; } = 1_024;

    /// <summary>The most commands that wait in each lane; callers beyond that wait to be let in.</summary>
    /// <value>Default: 8,192.</value>
    [Range(1, 1_048_576)]
    public int QueueMax { get; set; } = 8_192;

    /// <summary>How long a command may wait to be taken up before it is refused with <c>Conflict.Busy</c>.</summary>
    /// <value>Default: 30 seconds.</value>
    public Duration CommandTimeout { get; set; } = Duration.FromSeconds(30);

    /// <summary>How long closing waits for commands taken in; the rest is refused with <c>Conflict.Busy</c>.</summary>
    /// <value>Default: 30 seconds.</value>
    public Duration ShutdownTimeout { get; set; } = Duration.FromSeconds(30);

    /// <summary>How many rows of stock the engine keeps in memory before it forgets them.</summary>
    /// <value>Default: 1,000,000.</value>
    [Range(1_000, int.MaxValue)]
    public int CacheRowsMax { get; set; } = 1_000_000;
}
