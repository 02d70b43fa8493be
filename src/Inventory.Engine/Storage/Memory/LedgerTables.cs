using Inventory.Catalog;
using Inventory.Days;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.References;
using Inventory.Timeline;
using Inventory.Valuation;

namespace Inventory.Storage.Memory;

/// <summary>All rows of one ledger. Published ones never change again; a writer works on a fork.</summary>
internal sealed class LedgerTables
{
    public LedgerTables(Checked<LedgerState> ledger) => Ledger = ledger;

    public Checked<LedgerState> Ledger { get; set; }

    public Table<int, BookRow> Books { get; private init; } = new();

    public Table<int, Checked<Sku>> Skus { get; private init; } = new();

    public Table<TextKey, int> SkuCodes { get; private init; } = new();

    public Table<(int Template, int Sku), int> Variants { get; private init; } = new();

    public Table<int, Checked<Location>> Locations { get; private init; } = new();

    public Table<TextKey, int> LocationCodes { get; private init; } = new();

    public Table<int, Checked<Reason>> Reasons { get; private init; } = new();

    public Table<TextKey, int> ReasonCodes { get; private init; } = new();

    public Table<(ReferenceKind Kind, int Number), Checked<Reference>> References { get; private init; } = new();

    public Table<(ReferenceKind Kind, TextKey CodeKey), int> ReferenceCodes { get; private init; } = new();

    public Table<(IdentifierKind Kind, TextKey Value, int From),
        Checked<Identifier>> Identifiers
    { get; private init; } = new();

    public Table<long, Checked<CommitRecord>> Commits { get; private init; } = new();

    public Table<(long Commit, int Ordinal), Checked<CommandRecord>> Commands { get; private init; } = new();

    public Table<(TextKey Source, TextKey Text), (long Commit, int Ordinal)> CommandKeys { get; private init; } = new();

    public Table<(TextKey Type, TextKey Id, long Commit, int Ordinal),
        CommandRecord> Documents
    { get; private init; } = new();

    public Table<(int Sku, EntryKey Key), Entry> Entries { get; private init; } = new();

    public Table<(int Sku, long Recorded, long Sequence), Entry> LateEntries { get; private init; } = new();

    public Table<(int Sku, long Lot, EntryKey Key), Entry> LotEntries { get; private init; } = new();

    public Table<(int Sku, long Sequence), PromiseEntry> Promises { get; private init; } = new();

    public Table<int, Head> Heads { get; private init; } = new();

    public Table<(int Sku, PositionKey Key), Position> Positions { get; private init; } = new();

    public Table<(int Sku, PositionKey Key, long Expires), HoldTotal> Holds { get; private init; } = new();

    public Table<(int Sku, PositionKey Key, int Removal), DatedSupply> Supply { get; private init; } = new();

    public Table<(int Sku, PositionKey Key, long Expires, int NeededBy),
        DatedNeed> Needs
    { get; private init; } = new();

    public Table<(int Sku, int Place, StockStatus Status, long Lot, int Owner, int Grade),
        Balance> Balances
    { get; private init; } = new();

    /// <summary>What lies in bins, by bin; <see cref="SkuBins"/> has the same by SKU.</summary>
    public Table<(int Place, int Sku), BinContent> Bins { get; private init; } = new();

    public Table<(int Sku, int Place), BinContent> SkuBins { get; private init; } = new();

    public Table<(int Sku, long Number), Checked<LotBalance>> Lots { get; private init; } = new();

    public Table<(int Sku, TextKey CodeKey), long> LotCodes { get; private init; } = new();

    public Table<(int Sku, long Sequence), Reversed> Reversed { get; private init; } = new();

    public Table<(int Sku, long Commit, int Ordinal, int Leg), ReservationLeg> Legs { get; private init; } = new();

    public Table<(TextKey Holder, int Sku, long Commit, int Ordinal, int Leg),
        ReservationLeg> HolderLegs
    { get; private init; } = new();

    public Table<(int Sku, long Commit, int Ordinal, int Leg, int Place, long Lot, bool IsPicked),
        Allocation> Allocations
    { get; private init; } = new();

    public Table<(int Sku, int Pool, int Date, MovementKind Kind), DayTotal> Days { get; private init; } = new();

    public Table<(int Sku, EntryKey Start), Block> Blocks { get; private init; } = new();

    public Table<(int Sku, int Place, StockStatus Status, int Owner, int Grade, EntryKey Start),
        BlockBalance> BlockBalances
    { get; private init; } = new();

    public Table<(int Sku, EntryKey Start, int Place, StockStatus Status, int Owner, int Grade),
        BlockBalance> BlockBalanceKeys
    { get; private init; } = new();

    public Table<(int Sku, int Book, EntryKey Start), Checkpoint> Checkpoints { get; private init; } = new();

    public Table<(int Sku, int Book, EntryKey Key), Layer> Layers { get; private init; } = new();

    public Table<(int Sku, int Book, long Lot, EntryKey Start), LotCost> LotCosts { get; private init; } = new();

    /// <summary>The lots' costs by where they begin, so that what is after a late fact is found.</summary>
    public Table<(int Sku, int Book, EntryKey Start, long Lot), LotCost> LotCostStarts { get; private init; } = new();

    public Table<(int Sku, int Book, EntryKey Layer, EntryKey Key), LayerTake> Takes { get; private init; } = new();

    public Table<long, Checked<InboxRow>> Inbox { get; private init; } = new();

    /// <summary>The last number that was given to a row of the inbox.</summary>
    public long LastInbox { get; set; }

    public LedgerTables Fork() => new(Ledger)
    {
        Books = Books.Fork(),
        Skus = Skus.Fork(),
        SkuCodes = SkuCodes.Fork(),
        Variants = Variants.Fork(),
        Locations = Locations.Fork(),
        LocationCodes = LocationCodes.Fork(),
        Reasons = Reasons.Fork(),
        ReasonCodes = ReasonCodes.Fork(),
        References = References.Fork(),
        ReferenceCodes = ReferenceCodes.Fork(),
        Identifiers = Identifiers.Fork(),
        Commits = Commits.Fork(),
        Commands = Commands.Fork(),
        CommandKeys = CommandKeys.Fork(),
        Documents = Documents.Fork(),
        Entries = Entries.Fork(),
        LateEntries = LateEntries.Fork(),
        LotEntries = LotEntries.Fork(),
        Promises = Promises.Fork(),
        Heads = Heads.Fork(),
        Positions = Positions.Fork(),
        Holds = Holds.Fork(),
        Bins = Bins.Fork(),
        SkuBins = SkuBins.Fork(),
        Supply = Supply.Fork(),
        Needs = Needs.Fork(),
        Balances = Balances.Fork(),
        Lots = Lots.Fork(),
        LotCodes = LotCodes.Fork(),
        Reversed = Reversed.Fork(),
        Legs = Legs.Fork(),
        HolderLegs = HolderLegs.Fork(),
        Allocations = Allocations.Fork(),
        Days = Days.Fork(),
        Blocks = Blocks.Fork(),
        BlockBalances = BlockBalances.Fork(),
        BlockBalanceKeys = BlockBalanceKeys.Fork(),
        Checkpoints = Checkpoints.Fork(),
        Layers = Layers.Fork(),
        LotCosts = LotCosts.Fork(),
        LotCostStarts = LotCostStarts.Fork(),
        Takes = Takes.Fork(),
        Inbox = Inbox.Fork(),
        LastInbox = LastInbox,
    };
}
