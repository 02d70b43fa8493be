using System.Data.Common;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Picking;
using Inventory.Policies;
using Inventory.Putaway;
using Inventory.References;
using Inventory.Reservations;
using Inventory.Storage;
using Inventory.Verification;
using NodaTime;

namespace Inventory;

/// <summary>A running inventory: one ledger of one store.</summary>
/// <remarks>
/// Safe for use from several threads; make one per process and ledger and keep it. Expected refusals are values,
/// broken infrastructure throws <see cref="InventoryStoreException"/>. Single verbs such as <c>ReceiveAsync</c> are
/// extensions in <see cref="InventoryVerbs"/>.
/// </remarks>
public interface IInventory : IAsyncDisposable
{
    /// <summary>The ledger's name, currency and cost scale.</summary>
    LedgerDefinition Definition { get; }

    /// <summary>
    /// Executes commands: each is durable when its answer is given, in the order sent, and one refusal harms no
    /// neighbour.
    /// </summary>
    /// <param name="commands">The commands. They share transactions with whatever else is waiting.</param>
    /// <param name="options">How the call is treated; null is interactive with the engine's time limit.</param>
    /// <param name="cancellationToken">
    /// Cancels commands that have not been taken up yet; those that have stay in force.
    /// </param>
    /// <returns>An answer per command, in order: what was posted, or every reason why it was refused.</returns>
    /// <exception cref="ObjectDisposedException">The inventory has been closed.</exception>
    /// <exception cref="InventoryStoreException">
    /// The store failed. The command it failed for was not applied; others of the call may have been. Send all of
    /// them again with the same keys.
    /// </exception>
    /// <exception cref="CommitOutcomeUnknownException">
    /// Whether they were applied could not be found out; send them again with the same keys.
    /// </exception>
    /// <exception cref="WriteLockException">
    /// Another writer, such as a transaction of the host, held the database for longer than the store waits; or the
    /// caller itself holds it, which is told at once. Nothing was written.
    /// </exception>
    Task<IReadOnlyList<Result<Posted>>> ExecuteAsync(
        IReadOnlyList<Command> commands, ExecuteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Decides commands one after the other as <see cref="ExecuteAsync"/> would, and writes nothing.</summary>
    /// <remarks>
    /// Reads one snapshot. Where a command builds on history that those before it would make (a reversal, a release
    /// or a late fact), all of them are decided under the store's write lock, in a transaction that is not committed.
    /// </remarks>
    /// <param name="commands">The commands.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The answers that would be given now; their commit is 0, but for repetitions of commands applied before.
    /// </returns>
    Task<IReadOnlyList<Result<Posted>>> PreviewAsync(IReadOnlyList<Command> commands,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Executes commands within a transaction of the host, so that they become durable together with the host's own
    /// rows, or not at all. Nothing of the call is applied when one of its commands is refused.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The answers hold once the host commits. Until then the host's transaction holds the database's write lock, and
    /// every other writer waits for it: keep it short. Several calls in one transaction see each other. A refusal or a
    /// failure leaves the transaction as it was before the call.
    /// </para>
    /// <para>
    /// While the transaction is open, a call of the same flow of control that needs the write lock itself, such as
    /// <see cref="ExecuteAsync"/>, fails at once with <see cref="WriteLockException"/>. Where the library cannot see
    /// that, the call fails when the store's time is up.
    /// </para>
    /// </remarks>
    /// <param name="transaction">
    /// The host's open transaction, on a connection of its own to the store's database. It is left open.
    /// </param>
    /// <param name="commands">The commands, at most <see cref="ExecuteOptions.AtomicMax"/>.</param>
    /// <param name="cancellationToken">Cancels the wait for the right to write.</param>
    /// <returns>
    /// An answer per command, in order: what will be posted when the host commits, or why it was refused, for others
    /// of the call <c>Conflict.GroupRefused</c>. A command that was applied before gets the answer of then.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The transaction is another provider's, on another database, or not open any more.
    /// </exception>
    /// <exception cref="WriteLockException">Another writer held the database for too long.</exception>
    /// <exception cref="NotSupportedException">The store has no transactions, as the one in memory.</exception>
    /// <exception cref="InventoryStoreException">The store failed; nothing of the call was written.</exception>
    Task<IReadOnlyList<Result<Posted>>> EnlistAsync(
        DbTransaction transaction, IReadOnlyList<Command> commands, CancellationToken cancellationToken = default);

    /// <summary>
    /// Leaves commands in the inbox, within a transaction of the host: they are applied after it has committed, by
    /// <see cref="ApplyInboxAsync"/> or when the ledger is opened next, exactly once and in their order.
    /// </summary>
    /// <remarks>
    /// Nothing is decided yet, so nothing is answered: what is refused later is listed by
    /// <see cref="ReadInboxAsync"/>. Meant for commands that cannot be refused, such as those that follow a
    /// reservation made before.
    /// </remarks>
    /// <param name="transaction">
    /// The host's open transaction, on a connection of its own to the store's database. It is left open.
    /// </param>
    /// <param name="commands">The commands. Each is applied by itself; they are no unit.</param>
    /// <param name="cancellationToken">Cancels the wait for the right to write.</param>
    /// <returns>When they are part of the host's transaction.</returns>
    /// <exception cref="ArgumentException">
    /// A command has no key; or the transaction is another provider's, on another database, or not open any more.
    /// </exception>
    /// <exception cref="WriteLockException">Another writer held the database for too long.</exception>
    /// <exception cref="NotSupportedException">The store has no transactions, as the one in memory.</exception>
    Task EnqueueAsync(
        DbTransaction transaction, IReadOnlyList<Command> commands, CancellationToken cancellationToken = default);

    /// <summary>Applies what hosts have left in the inbox and committed, in the order of its numbers.</summary>
    /// <remarks>
    /// A refused command stays listed with its reasons and does not hold up those after it. May be called at any time
    /// and by several engines at once.
    /// </remarks>
    /// <param name="retryRefused">Whether to try again what was refused before.</param>
    /// <param name="cancellationToken">Cancels between two steps; what was applied stays so.</param>
    /// <returns>How many were applied and refused.</returns>
    /// <exception cref="InventoryStoreException">The store failed; what was not applied waits.</exception>
    Task<InboxRun> ApplyInboxAsync(bool retryRefused = false, CancellationToken cancellationToken = default);

    /// <summary>The commands of the inbox that wait or were refused, in order of arrival.</summary>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>The commands, from one consistent snapshot.</returns>
    IAsyncEnumerable<InboxItem> ReadInboxAsync(CancellationToken cancellationToken = default);

    /// <summary>Gives up refused commands of the inbox. Those that wait are left as they are.</summary>
    /// <param name="numbers">Their numbers.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many were discarded.</returns>
    Task<int> DiscardInboxAsync(IReadOnlyCollection<long> numbers, CancellationToken cancellationToken = default);

    /// <summary>What can be promised now, with every term of the number.</summary>
    /// <remarks>One snapshot; each kind of row is read in one go, however many SKUs are asked for.</remarks>
    /// <param name="query">What is asked.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One answer per SKU and pool, by SKU in the order asked and by pool.</returns>
    Task<IReadOnlyList<Availability>> GetAvailabilityAsync(
        AvailabilityQuery query, CancellationToken cancellationToken = default);

    /// <summary>A lot or serial as it stands now.</summary>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="lot">The lot or serial number, in any spelling.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The lot with its dates; null when the SKU is unknown or never had it.</returns>
    Task<LotStock?> FindLotAsync(string sku, string lot, CancellationToken cancellationToken = default);

    /// <summary>What is on hand of a SKU by the days until it is removed as expired.</summary>
    /// <remarks>
    /// A lot is expired on its day of removal, as everywhere. In a book of specific identification each lot has its own
    /// value; in others every unit is worth the same, and the values sum to the book's. Reads what lies at each spot
    /// and the lots of which something is there, in one round trip each.
    /// </remarks>
    /// <param name="query">What is asked.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// What is expired, a bucket per edge, and the rest, from one consistent snapshot; or <c>NotFound.Sku</c>,
    /// <c>Invalid.LotRequired</c> for a SKU without lots, <c>Invalid.Buckets</c>.
    /// </returns>
    /// <exception cref="ArgumentException">There is no such book.</exception>
    Task<Result<IReadOnlyList<ShelfLifeBucket>>> GetShelfLifeAsync(
        ShelfLifeQuery query, CancellationToken cancellationToken = default);

    /// <summary>The life of a serial: where it stands, and the last that happened to it.</summary>
    /// <remarks>Reads the movements of the one serial.</remarks>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="serial">The serial number, in any spelling.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// Its life; null when the SKU is unknown, is not tracked by serial, or never had this one.
    /// </returns>
    Task<SerialLife?> FindSerialAsync(string sku, string serial, CancellationToken cancellationToken = default);

    /// <summary>Where units are to be picked now: by first in, first expired, fewest splits and so on.</summary>
    /// <remarks>
    /// Looks at our own sellable stock in the places of one pool. A proposal binds nothing: what it names may be gone
    /// when it is picked, which the movement finds out. Reads what lies at each spot of the SKU and the lots it is of,
    /// in one round trip each, and the places with those above them, in one for each level.
    /// </remarks>
    /// <param name="query">What is asked.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The picks, with what is missing and why; or <c>Invalid.Quantity</c>, <c>Invalid.Step</c>,
    /// <c>Invalid.Conversion</c>, <c>Invalid.Policy</c>, <c>Invalid.Grade</c>, <c>Invalid.Field</c> (start),
    /// <c>NotFound.Sku</c>, <c>NotFound.Location</c>, <c>Conflict.OnlyExpired</c>.
    /// </returns>
    Task<Result<PickProposal>> ProposePicksAsync(PickQuery query, CancellationToken cancellationToken = default);

    /// <summary>The pick walk: the places that hold stock and have a sequence, in order.</summary>
    /// <remarks>Shows which places of a zone share a sequence. Reads all locations, in one round trip.</remarks>
    /// <param name="location">The code of a location: what lies in it is walked through, itself included.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The stops, or <c>NotFound.Location</c>.</returns>
    Task<Result<IReadOnlyList<WalkStop>>> GetPickWalkAsync(
        string location, CancellationToken cancellationToken = default);

    /// <summary>Which sites an order is to be shipped from: by priority, distance, fewest parcels and so on.</summary>
    /// <remarks>
    /// A proposal binds nothing: reserve its lines, and what has been promised to others meanwhile is refused there.
    /// What nothing else of the order draws on may be divided over sites; what shares goods, such as a kit and one of
    /// its components, comes from one site together. By <c>FewestParcels</c> and <c>LeastCost</c> all choices of sites
    /// are weighed, so that no other is better. Availability of all SKUs and sites is read in one go.
    /// </remarks>
    /// <param name="query">What is asked.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// What to reserve where; or <c>Conflict.NoSource</c> for each site with what it has; or <c>Invalid.Field</c>,
    /// <c>Invalid.Quantity</c>, <c>Invalid.Step</c>, <c>Invalid.Conversion</c>, <c>Invalid.Location</c>,
    /// <c>Invalid.ForServiceItem</c>, <c>Invalid.Policy</c>, <c>Invalid.Grade</c>, <c>Invalid.Reservation</c>,
    /// <c>NotFound.Sku</c>, <c>NotFound.Location</c>, <c>NotFound.Code</c>.
    /// </returns>
    Task<Result<SourcingProposal>> ProposeSourcesAsync(
        SourcingQuery query, CancellationToken cancellationToken = default);

    /// <summary>Which bin goods are to be put into now: the first that will do, by rules of yours in order.</summary>
    /// <remarks>
    /// For each rule, bins are tried along the pick walk. A proposal binds nothing: the room it counts on may be taken
    /// when the goods arrive, which the movement finds out. Reads all locations and all that lies in the bins of the
    /// pool.
    /// </remarks>
    /// <param name="query">What is asked.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The bin, or which rule each bin has failed and why; or <c>Invalid.Quantity</c>, <c>Invalid.Step</c>,
    /// <c>Invalid.Conversion</c>, <c>Invalid.Field</c>, <c>NotFound.Sku</c>, <c>NotFound.Location</c>,
    /// <c>NotFound.Code</c>.
    /// </returns>
    Task<Result<PutawayPlan>> ProposePutawayAsync(
        PutawayQuery query, CancellationToken cancellationToken = default);

    /// <summary>What lies in a bin now, and how much of its room it takes.</summary>
    /// <remarks>Reads a row for each SKU that lies there, and the SKUs, in one round trip each.</remarks>
    /// <param name="location">The bin's code.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The contents and the room, or <c>NotFound.Location</c>, <c>Invalid.Location</c> for what is no bin that holds
    /// stock.
    /// </returns>
    Task<Result<BinRoom>> GetBinRoomAsync(string location, CancellationToken cancellationToken = default);

    /// <summary>A reservation as it stands now.</summary>
    /// <param name="key">The key of the command that made it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The reservation; null when that command was not applied or promised nothing.</returns>
    Task<Reservation?> FindReservationAsync(CommandKey key, CancellationToken cancellationToken = default);

    /// <summary>The reservations that are promised a SKU now, or wait for it.</summary>
    /// <param name="sku">The SKU's code; an unknown one has none.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>By pool; in it those that would lose their cover first come first, those that wait last.</returns>
    IAsyncEnumerable<Reservation> ReadReservationsAsync(string sku, CancellationToken cancellationToken = default);

    /// <summary>The reservations by which a holder holds units now.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>Those without an end first, then by their end.</returns>
    IAsyncEnumerable<Reservation> ReadHolderAsync(string holder, CancellationToken cancellationToken = default);

    /// <summary>Every promise that stock does not cover now, until it is cured.</summary>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>
    /// By SKU and pool: as much of the promises there as is not covered, in the order in which they lose their cover.
    /// </returns>
    IAsyncEnumerable<PromiseAtRisk> ReadPromisesAtRiskAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Units on hand at a place, a pool or everywhere, now or at any past instant, as known now or as known then.
    /// </summary>
    /// <remarks>
    /// Reads one closed block, one block of entries per place, and the late entries since; cost does not grow with
    /// history.
    /// </remarks>
    /// <param name="query">What is asked.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The quantity and how long the answer stays true, or <c>NotFound.Sku</c>, <c>NotFound.Location</c>,
    /// <c>NotFound.Lot</c>.
    /// </returns>
    Task<Result<OnHand>> GetOnHandAsync(OnHandQuery query, CancellationToken cancellationToken = default);

    /// <summary>The lines of transfers of which something is still on its way.</summary>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>By SKU, in the order they were dispatched, from one consistent snapshot.</returns>
    IAsyncEnumerable<OpenTransfer> ReadOpenTransfersAsync(CancellationToken cancellationToken = default);

    /// <summary>The value of one SKU in a book, now or at any past instant, as known now.</summary>
    /// <param name="book">The book's name.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="asOf">The instant, included; null is now.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The value, or <c>NotFound.Sku</c>.</returns>
    /// <exception cref="ArgumentException">There is no such book.</exception>
    Task<Result<StockValue>> GetValueAsync(
        string book, string sku, Instant? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>The value of every SKU in a book at several instants, in one pass.</summary>
    /// <param name="book">The book's name.</param>
    /// <param name="asOf">The instants, included each, ascending.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>Per SKU, by number: its value at each of the instants. One consistent snapshot.</returns>
    /// <exception cref="ArgumentException">There is no such book, or the instants do not ascend.</exception>
    IAsyncEnumerable<IReadOnlyList<StockValue>> ReadValuesAsync(
        string book, IReadOnlyList<Instant> asOf, CancellationToken cancellationToken = default);

    /// <summary>The movements of a SKU in effective order.</summary>
    /// <param name="sku">The SKU's code; an unknown one has no history.</param>
    /// <param name="from">The first instant, included; null is the beginning.</param>
    /// <param name="before">The last instant, excluded; null is the end.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>The movements, from one consistent snapshot.</returns>
    IAsyncEnumerable<Movement> ReadHistoryAsync(
        string sku, Instant? from = null, Instant? before = null, CancellationToken cancellationToken = default);

    /// <summary>Every fact of what was promised of a SKU, in the order they were recorded.</summary>
    /// <remarks>
    /// With the movements of <see cref="ReadChangesAsync"/>, joined by <see cref="PromiseFact.Cursor"/>, they prove
    /// what was promised against what was there after each command.
    /// </remarks>
    /// <param name="sku">The SKU's code; an unknown one has none.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>The facts, from one consistent snapshot.</returns>
    IAsyncEnumerable<PromiseFact> ReadPromisesAsync(string sku, CancellationToken cancellationToken = default);

    /// <summary>What each kind of movement did per business date and pool: the base of reports and of demand.</summary>
    /// <param name="sku">The SKU's code; an unknown one has no days.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, included.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The totals by pool, date and kind.</returns>
    Task<IReadOnlyList<DailyMovement>> GetDaysAsync(
        string sku, LocalDate from, LocalDate to, CancellationToken cancellationToken = default);

    /// <summary>Everything that was applied, in order, once: the feed that other systems follow.</summary>
    /// <param name="after">The cursor of the last change seen; <c>default</c> is the beginning.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>
    /// The changes up to the last commit; call again with the last cursor for more. A cursor never skips a commit.
    /// </returns>
    IAsyncEnumerable<Change> ReadChangesAsync(
        ChangeCursor after = default, CancellationToken cancellationToken = default);

    /// <summary>What was applied for a document of the host.</summary>
    /// <param name="type">The document's type.</param>
    /// <param name="id">Its identifier.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>The changes, in the order they were applied.</returns>
    IAsyncEnumerable<Change> ReadChangesOfAsync(string type, string id, CancellationToken cancellationToken = default);

    /// <summary>A SKU by its code.</summary>
    /// <param name="code">The code, in any spelling that normalises to it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The SKU, or null.</returns>
    Task<Sku?> FindSkuAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>The SKU and unit that an identifier stands for on a day.</summary>
    /// <param name="kind">The identifier's kind.</param>
    /// <param name="value">Its value; a GTIN in any of its lengths.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The identifier with the SKU's number and unit, or null.</returns>
    Task<Identifier?> FindIdentifierAsync(
        IdentifierKind kind, string value, LocalDate day, CancellationToken cancellationToken = default);

    /// <summary>All SKUs, by number.</summary>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>The SKUs, from one consistent snapshot.</returns>
    IAsyncEnumerable<Sku> ReadSkusAsync(CancellationToken cancellationToken = default);

    /// <summary>A location by its code.</summary>
    /// <param name="code">The code, in any spelling that normalises to it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The location with its own freeze, or null.</returns>
    Task<Location?> FindLocationAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>All locations, by number.</summary>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>The locations, from one consistent snapshot.</returns>
    IAsyncEnumerable<Location> ReadLocationsAsync(CancellationToken cancellationToken = default);

    /// <summary>A category, grade, owner, channel or template of variants by its code.</summary>
    /// <param name="kind">The list.</param>
    /// <param name="code">The code, in any spelling that normalises to it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The row, of the type of its list, or null.</returns>
    Task<Reference?> FindReferenceAsync(
        ReferenceKind kind, string code, CancellationToken cancellationToken = default);

    /// <summary>All rows of a code list, by number.</summary>
    /// <param name="kind">The list.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>The rows, from one consistent snapshot.</returns>
    IAsyncEnumerable<Reference> ReadReferencesAsync(
        ReferenceKind kind, CancellationToken cancellationToken = default);

    /// <summary>The rule a SKU is sold by, each value with where it was set.</summary>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="channel">The channel's code; null for none in particular.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The rule, or <c>NotFound.Sku</c>, <c>NotFound.Code</c>, or <c>Invalid.Policy</c> when values from two sources
    /// contradict each other.
    /// </returns>
    Task<Result<EffectiveSelling>> GetSellingAsync(
        string sku, string? channel = null, CancellationToken cancellationToken = default);

    /// <summary>When a SKU is ordered and counted, each value with where it was set.</summary>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="location">The place's code; what is set for places above it holds too. Null is everywhere.</param>
    /// <param name="defaults">What holds where nobody has set anything; null is nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The thresholds, or <c>NotFound.Sku</c>, <c>NotFound.Location</c>, or <c>Invalid.Policy</c> when values from two
    /// sources contradict each other.
    /// </returns>
    Task<Result<EffectiveThresholds>> GetThresholdsAsync(
        string sku, string? location = null, ThresholdSet? defaults = null,
        CancellationToken cancellationToken = default);

    /// <summary>The SKUs that are variants of a template.</summary>
    /// <param name="template">The template's code; an unknown one has none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The SKUs, by number.</returns>
    Task<IReadOnlyList<Sku>> GetVariantsAsync(string template, CancellationToken cancellationToken = default);

    /// <summary>What may be sold instead of a SKU on a day. Direct links only, which are not followed.</summary>
    /// <param name="sku">The SKU's code; an unknown one has none.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The substitutes, best first.</returns>
    Task<IReadOnlyList<ValidSubstitute>> GetSubstitutesAsync(
        string sku, LocalDate day, CancellationToken cancellationToken = default);

    /// <summary>
    /// Checks every stored row against the ledger, and the ledger against its own hashes. Changes nothing.
    /// </summary>
    /// <param name="anchor">
    /// An anchor taken before: the history up to it must be what it was then. Null is none.
    /// </param>
    /// <param name="progress">Told how many SKUs have been checked.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>The findings; none is clean.</returns>
    Task<VerifyReport> VerifyAsync(
        LedgerAnchor? anchor = null, IProgress<VerifyProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Empties every projection and folds it again from the two streams of facts. One transaction per SKU.
    /// </summary>
    /// <param name="progress">Told how many SKUs have been rebuilt.</param>
    /// <param name="cancellationToken">Cancels between two SKUs.</param>
    /// <returns>When all is rebuilt.</returns>
    Task RebuildAsync(IProgress<VerifyProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>A hash over the whole history so far, to be kept elsewhere as proof.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The anchor.</returns>
    Task<LedgerAnchor> GetAnchorAsync(CancellationToken cancellationToken = default);
}
