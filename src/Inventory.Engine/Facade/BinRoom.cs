using Inventory.Locations;

namespace Inventory;

/// <summary>What lies in a bin now, and how much of its room it takes.</summary>
/// <param name="Bin">The bin, with its capacity.</param>
/// <param name="Goods">What lies there, of every lot, status, owner and grade, by the SKU's number.</param>
/// <param name="Uses">What it takes, once for each measure.</param>
public sealed record BinRoom(Location Bin, IReadOnlyList<BinGoods> Goods, IReadOnlyList<RoomUse> Uses);
