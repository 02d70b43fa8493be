using Inventory.Commands;

namespace Inventory.Catalog;

/// <summary>Moves a SKU to another lifecycle status. Draft cannot be entered again once left.</summary>
/// <remarks>Refused with <c>NotFound.Sku</c> or <c>Conflict.Lifecycle</c>.</remarks>
public sealed record ChangeLifecycle : Command
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="lifecycle">The new status.</param>
    public ChangeLifecycle(CommandKey key, string sku, Lifecycle lifecycle)
        : base(key)
    {
        Sku = sku;
        Lifecycle = lifecycle;
    }

    /// <summary>The SKU's code.</summary>
    public string Sku { get; init; }

    /// <summary>The new status.</summary>
    public Lifecycle Lifecycle { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(2);
        writer.Text(Sku);
        writer.Int((int)Lifecycle);
    }
}
