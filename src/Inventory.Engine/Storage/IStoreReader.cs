using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Days;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.References;
using Inventory.Timeline;
using Inventory.Valuation;

namespace Inventory.Storage;

/// <summary>
/// Reads one ledger from one consistent snapshot. Look-ups are set-based: what is not found is left out of the
/// answer.
/// </summary>
/// <remarks>Not safe for use from several threads. Streams are in key order and read as they are consumed.</remarks>
public interface IStoreReader : IHistoryReader, IAsyncDisposable
{
    /// <summary>How many rows this reader has read from tables so far; what flat cost is measured by.</summary>
    long RowsRead { get; }

    /// <summary>The ledger as it stands.</summary>
    /// <returns>Its settings and counters.</returns>
    ValueTask<LedgerState> GetLedgerAsync();

    /// <summary>SKUs by folded code.</summary>
    /// <param name="codeKeys">Folded codes.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<SkuRow>> FindSkusAsync(IReadOnlyCollection<string> codeKeys);

    /// <summary>SKUs by number.</summary>
    /// <param name="numbers">Numbers.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<SkuRow>> GetSkusAsync(IReadOnlyCollection<int> numbers);

    /// <summary>Heads by SKU.</summary>
    /// <param name="skus">SKU numbers.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<Head>> GetHeadsAsync(IReadOnlyCollection<int> skus);

    /// <summary>Locations by folded code.</summary>
    /// <param name="codeKeys">Folded codes.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<Location>> FindLocationsAsync(IReadOnlyCollection<string> codeKeys);

    /// <summary>Reasons by folded code.</summary>
    /// <param name="codeKeys">Folded codes.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<Reason>> FindReasonsAsync(IReadOnlyCollection<string> codeKeys);

    /// <summary>Rows of code lists by folded code.</summary>
    /// <param name="codes">Lists and folded codes.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<Reference>> FindReferencesAsync(
        IReadOnlyCollection<(ReferenceKind Kind, string CodeKey)> codes);

    /// <summary>Rows of code lists by number.</summary>
    /// <param name="numbers">Lists and numbers.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<Reference>> GetReferencesAsync(
        IReadOnlyCollection<(ReferenceKind Kind, int Number)> numbers);

    /// <summary>The variants of a template.</summary>
    /// <param name="template">The template's number.</param>
    /// <returns>The SKUs, by number.</returns>
    ValueTask<IReadOnlyList<SkuRow>> GetVariantsAsync(int template);

    /// <summary>Identifiers by kind and value, whatever their validity.</summary>
    /// <param name="names">Kinds and normalised values.</param>
    /// <returns>Those found, by first day.</returns>
    ValueTask<IReadOnlyList<Identifier>> FindIdentifiersAsync(
        IReadOnlyCollection<(IdentifierKind Kind, string Value)> names);

    /// <summary>Positions by SKU and key.</summary>
    /// <param name="keys">SKUs and keys.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<Position>> GetPositionsAsync(IReadOnlyCollection<(int Sku, PositionKey Key)> keys);

    /// <summary>What time has done to the holds of positions: reads those that are over, and the next.</summary>
    /// <param name="keys">SKUs and keys.</param>
    /// <param name="now">Microseconds since 1970.</param>
    /// <returns>An answer per key, in order.</returns>
    ValueTask<IReadOnlyList<HoldsDue>> GetHoldsDueAsync(
        IReadOnlyCollection<(int Sku, PositionKey Key)> keys, long now);

    /// <summary>What is sellable of positions until removal days, up to one.</summary>
    /// <param name="keys">SKUs and keys, each with the last removal day.</param>
    /// <returns>Those found, key by key, by removal day.</returns>
    ValueTask<IReadOnlyList<DatedSupply>> GetDatedSupplyAsync(
        IReadOnlyCollection<(int Sku, PositionKey Key, int Through)> keys);

    /// <summary>What is promised of positions for needed-by days, at an instant.</summary>
    /// <param name="keys">SKUs and keys.</param>
    /// <param name="now">Microseconds since 1970.</param>
    /// <returns>Those found that have not ended, key by key, by end and day.</returns>
    ValueTask<IReadOnlyList<DatedNeed>> GetDatedNeedsAsync(
        IReadOnlyCollection<(int Sku, PositionKey Key)> keys, long now);

    /// <summary>
    /// Positions of which something is promised and something is removed on a day: those that time alone can leave
    /// without cover.
    /// </summary>
    /// <returns>The positions, by SKU and key.</returns>
    ValueTask<IReadOnlyList<Position>> GetDatedPositionsAsync();

    /// <summary>What lies in bins.</summary>
    /// <param name="places">The bins' numbers.</param>
    /// <returns>Their rows, bin by bin, by SKU.</returns>
    ValueTask<IReadOnlyList<BinContent>> GetBinContentsAsync(IReadOnlyCollection<int> places);

    /// <summary>Balances by SKU and spot.</summary>
    /// <param name="keys">SKUs and spots.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<Balance>> GetBalancesAsync(IReadOnlyCollection<(int Sku, Spot Spot)> keys);

    /// <summary>All positions of a SKU, by key.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <returns>The positions.</returns>
    ValueTask<IReadOnlyList<Position>> GetPositionsOfAsync(int sku);

    /// <summary>All balances of a SKU, by place, status and lot.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <returns>The balances, read as they are consumed.</returns>
    IAsyncEnumerable<Balance> ReadBalancesAsync(int sku);

    /// <summary>The places and statuses at which a SKU has ever been, whatever its lots.</summary>
    /// <remarks>Reads one row per place and status, however many lots lie there.</remarks>
    /// <param name="sku">The SKU's number.</param>
    /// <returns>Own places only, by place and status.</returns>
    IAsyncEnumerable<(int Place, StockStatus Status)> ReadPlacesAsync(int sku);

    /// <summary>Lots by SKU and folded code.</summary>
    /// <param name="keys">SKUs and folded codes.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<LotBalance>> FindLotsAsync(IReadOnlyCollection<(int Sku, string CodeKey)> keys);

    /// <summary>Lots by SKU and number.</summary>
    /// <param name="keys">SKUs and lot numbers.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<LotBalance>> GetLotsAsync(IReadOnlyCollection<(int Sku, long Lot)> keys);

    /// <summary>All balances of lots, in every place and status.</summary>
    /// <remarks>Reads no rows of other lots, but one per place and status of the SKU.</remarks>
    /// <param name="lots">SKUs and lot numbers.</param>
    /// <returns>Those found, in no order.</returns>
    ValueTask<IReadOnlyList<Balance>> GetLotBalancesAsync(IReadOnlyCollection<(int Sku, long Lot)> lots);

    /// <summary>Applied commands by key.</summary>
    /// <param name="keys">The callers' keys.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<CommandRecord>> FindCommandsAsync(IReadOnlyCollection<CommandKey> keys);

    /// <summary>Positions of which more is promised than is sellable, ended holds included.</summary>
    /// <returns>The positions, by SKU and key.</returns>
    ValueTask<IReadOnlyList<Position>> GetShortPositionsAsync();

    /// <summary>The callers' keys of applied commands.</summary>
    /// <param name="names">Commits, and places in them.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<(long Commit, int Ordinal, CommandKey Key)>> GetCommandKeysAsync(
        IReadOnlyCollection<(long Commit, int Ordinal)> names);

    /// <summary>Legs of reservations of one SKU each.</summary>
    /// <param name="names">The SKU, and commit and ordinal of the command that made the reservation.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<ReservationLeg>> GetLegsAsync(
        IReadOnlyCollection<(int Sku, long Commit, int Ordinal)> names);

    /// <summary>The goods that reservations are bound to.</summary>
    /// <param name="names">The SKU, and commit and ordinal of the command that made the reservation.</param>
    /// <returns>Those found, name by name, by leg, place and lot.</returns>
    ValueTask<IReadOnlyList<Allocation>> GetAllocationsAsync(
        IReadOnlyCollection<(int Sku, long Commit, int Ordinal)> names);

    /// <summary>Who is bound to goods.</summary>
    /// <param name="goods">SKUs and spots.</param>
    /// <returns>Those found, spot by spot; the youngest reservation first, what is not picked before what is.</returns>
    ValueTask<IReadOnlyList<Allocation>> GetBoundAsync(IReadOnlyCollection<(int Sku, Spot Spot)> goods);

    /// <summary>What a holder holds at an instant.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="now">Microseconds since 1970.</param>
    /// <returns>The legs, read as they are consumed; those first that have no end, then by their end.</returns>
    IAsyncEnumerable<ReservationLeg> ReadHolderAsync(string holder, long now);

    /// <summary>What a holder has had of a SKU: what it holds, ended or not, has ordered and was shipped.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="lineSku">The number of the SKU of the line: a kit, or the legs' own.</param>
    /// <returns>
    /// The legs, read as they are consumed: those that hold something, by their end; then the others. Each by SKU and
    /// name.
    /// </returns>
    IAsyncEnumerable<ReservationLeg> ReadTakenAsync(string holder, int lineSku);

    /// <summary>Who waits for stock of a position.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="key">The position's key.</param>
    /// <returns>The legs, read as they are consumed: highest priority first, then as they were made.</returns>
    IAsyncEnumerable<ReservationLeg> ReadQueueAsync(int sku, PositionKey key);

    /// <summary>What is promised of a position at an instant.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="key">The position's key.</param>
    /// <param name="now">Microseconds since 1970.</param>
    /// <returns>
    /// The legs, read as they are consumed: first holds that end, the latest end first; then all others; among
    /// equals the youngest first.
    /// </returns>
    IAsyncEnumerable<ReservationLeg> ReadPromisedAsync(int sku, PositionKey key, long now);

    /// <summary>What was reversed of entries.</summary>
    /// <param name="entries">SKUs and sequences.</param>
    /// <returns>Those of which anything was.</returns>
    ValueTask<IReadOnlyList<Reversed>> GetReversedAsync(IReadOnlyCollection<(int Sku, long Sequence)> entries);

    /// <summary>Dispatched entries of SKUs of which something is still on its way.</summary>
    /// <param name="skus">The SKUs' numbers.</param>
    /// <returns>SKU by SKU, by sequence.</returns>
    ValueTask<IReadOnlyList<Reversed>> GetTransfersAsync(IReadOnlyCollection<int> skus);

    /// <summary>All dispatched entries of which something is still on its way.</summary>
    /// <returns>By SKU and sequence, read as they are consumed.</returns>
    IAsyncEnumerable<Reversed> ReadTransfersAsync();

    /// <summary>Late entries of a SKU that were recorded after an instant, latest first.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="recordedAfter">Microseconds since 1970.</param>
    /// <returns>The entries, read as they are consumed.</returns>
    IAsyncEnumerable<Entry> ReadLateEntriesAsync(int sku, long recordedAfter);

    /// <summary>Entries that moved a lot or serial, in effective order.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="lot">The lot's number.</param>
    /// <returns>The entries, read as they are consumed.</returns>
    IAsyncEnumerable<Entry> ReadLotEntriesAsync(int sku, long lot);

    /// <summary>The last closed block of which something had been recorded by an instant.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="recorded">Microseconds since 1970.</param>
    /// <returns>
    /// The last closed block whose <see cref="Block.RecordedFrom"/> is at most that; null when there is none.
    /// </returns>
    ValueTask<Block?> FindBlockByRecordedAsync(int sku, long recorded);

    /// <summary>Block balances at a spot after a place in time.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="spot">The spot; its lot is 0.</param>
    /// <param name="after">Blocks must start after it.</param>
    /// <returns>The balances by start, read as they are consumed.</returns>
    IAsyncEnumerable<BlockBalance> ReadBlockBalancesAsync(int sku, Spot spot, EntryKey after);

    /// <summary>Daily totals of a SKU.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="from">The first day, as the number yyyymmdd.</param>
    /// <param name="to">The last day, included.</param>
    /// <returns>The totals by pool, date and kind, read as they are consumed.</returns>
    IAsyncEnumerable<DayTotal> ReadDaysAsync(int sku, int from, int to);

    /// <summary>Promise entries of a SKU, by sequence.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="after">Those after this sequence.</param>
    /// <returns>The promise entries, read as they are consumed.</returns>
    IAsyncEnumerable<PromiseEntry> ReadPromisesAsync(int sku, long after);

    /// <summary>Applied commands in the order they were applied, with their stored hashes.</summary>
    /// <param name="afterCommit">Those after this commit, or in it...</param>
    /// <param name="afterOrdinal">...after this place in it.</param>
    /// <returns>The commands, read as they are consumed.</returns>
    IAsyncEnumerable<Checked<CommandRecord>> ReadCommandsAsync(long afterCommit, int afterOrdinal);

    /// <summary>Commands that came from a document of the host, in the order they were applied.</summary>
    /// <param name="type">The document's type.</param>
    /// <param name="id">Its identifier.</param>
    /// <returns>The commands, read as they are consumed.</returns>
    IAsyncEnumerable<CommandRecord> ReadCommandsOfAsync(string type, string id);

    /// <summary>Commits by number, with their stored hashes.</summary>
    /// <param name="after">Those after this number.</param>
    /// <returns>The commits, read as they are consumed.</returns>
    IAsyncEnumerable<Checked<CommitRecord>> ReadCommitsAsync(long after);

    /// <summary>SKUs by number, with the stored hashes of their master data.</summary>
    /// <param name="after">Those after this number.</param>
    /// <returns>The SKUs, read as they are consumed.</returns>
    IAsyncEnumerable<Checked<SkuRow>> ReadSkusAsync(int after);

    /// <summary>All locations by number, with their stored hashes.</summary>
    /// <returns>The locations, read as they are consumed.</returns>
    IAsyncEnumerable<Checked<Location>> ReadLocationsAsync();

    /// <summary>All reasons by number, with their stored hashes.</summary>
    /// <returns>The reasons, read as they are consumed.</returns>
    IAsyncEnumerable<Checked<Reason>> ReadReasonsAsync();

    /// <summary>The rows of all code lists by kind and number, with their stored hashes.</summary>
    /// <returns>The rows, read as they are consumed.</returns>
    IAsyncEnumerable<Checked<Reference>> ReadReferencesAsync();

    /// <summary>All identifiers by kind, value and first day, with their stored hashes.</summary>
    /// <returns>The identifiers, read as they are consumed.</returns>
    IAsyncEnumerable<Checked<Identifier>> ReadIdentifiersAsync();

    /// <summary>The ledger's settings and its books, with their stored hashes.</summary>
    /// <returns>The settings and the books by number.</returns>
    ValueTask<(Checked<LedgerState> Ledger, IReadOnlyList<Checked<BookDefinition>> Books)> GetSettingsAsync();

    /// <summary>Commands that wait to be applied or were refused, by number, with their stored hashes.</summary>
    /// <param name="after">Those after this number.</param>
    /// <returns>The rows, read as they are consumed.</returns>
    IAsyncEnumerable<Checked<InboxRow>> ReadInboxAsync(long after);

    /// <summary>The numbers of SKUs that have any row in any table of streams or projections, by number.</summary>
    /// <returns>The numbers, those of SKUs that do not exist included.</returns>
    ValueTask<IReadOnlyList<int>> GetSkusWithRowsAsync();

    /// <summary>Every mutable row of one SKU.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <returns>The rows; the head is the empty one when it is missing.</returns>
    ValueTask<SkuProjections> GetProjectionsAsync(int sku);
}
