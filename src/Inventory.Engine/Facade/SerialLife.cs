using Inventory.Lots;

namespace Inventory;

/// <summary>Where a serial stands, and the last that happened to it.</summary>
/// <param name="Sku">The SKU's code.</param>
/// <param name="Serial">The serial number.</param>
/// <param name="State">Where it stands in its life.</param>
/// <param name="LastMovement">The movement that brought it there; the last in effective order.</param>
public sealed record SerialLife(string Sku, string Serial, SerialState State, Movement LastMovement);
