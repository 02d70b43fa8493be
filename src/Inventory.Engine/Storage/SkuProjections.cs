using Inventory.Days;
using Inventory.Ledger;
using Inventory.Timeline;
using Inventory.Valuation;

namespace Inventory.Storage;

/// <summary>Every mutable row of one SKU: all of them are folds of its two streams. Lists are in key order.</summary>
/// <param name="Head">How far the streams have come.</param>
/// <param name="Positions">By key.</param>
/// <param name="Holds">By position and end.</param>
/// <param name="Supply">By position and removal day.</param>
/// <param name="Needs">By position, end and needed-by day.</param>
/// <param name="Balances">By place, status and lot.</param>
/// <param name="Bins">By place.</param>
/// <param name="Lots">By number, with the hash of their identity.</param>
/// <param name="Reversed">By sequence.</param>
/// <param name="Legs">By commit, ordinal and leg.</param>
/// <param name="Allocations">By leg, place and lot.</param>
/// <param name="Days">By pool, date and kind.</param>
/// <param name="Blocks">By start.</param>
/// <param name="BlockBalances">By place, status and start.</param>
/// <param name="Checkpoints">By book and start.</param>
/// <param name="Layers">By book and key.</param>
/// <param name="Takes">By book, layer and key.</param>
/// <param name="LotCosts">By book, lot and start.</param>
public sealed record SkuProjections(
    Head Head,
    IReadOnlyList<Position> Positions,
    IReadOnlyList<HoldTotal> Holds,
    IReadOnlyList<DatedSupply> Supply,
    IReadOnlyList<DatedNeed> Needs,
    IReadOnlyList<Balance> Balances,
    IReadOnlyList<BinContent> Bins,
    IReadOnlyList<Checked<LotBalance>> Lots,
    IReadOnlyList<Reversed> Reversed,
    IReadOnlyList<ReservationLeg> Legs,
    IReadOnlyList<Allocation> Allocations,
    IReadOnlyList<DayTotal> Days,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<BlockBalance> BlockBalances,
    IReadOnlyList<Checkpoint> Checkpoints,
    IReadOnlyList<Layer> Layers,
    IReadOnlyList<LayerTake> Takes,
    IReadOnlyList<LotCost> LotCosts);
