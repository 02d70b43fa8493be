using System.Data.Common;
using Inventory.Books;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Decisions;
using Inventory.History;
using Inventory.Hosts;
using Inventory.Inbox;
using Inventory.Locations;
using Inventory.Picking;
using Inventory.Pipeline;
using Inventory.Policies;
using Inventory.Putaway;
using Inventory.Queries;
using Inventory.References;
using Inventory.Reservations;
using Inventory.Storage;
using Inventory.Valuation;
using Inventory.Verification;
using NodaTime;

namespace Inventory;

/// <summary>The running inventory: the pipeline for commands, a fresh snapshot for every query.</summary>
internal sealed class LedgerInventory : IInventory
{
    private readonly IInventoryStore _store;
    private readonly int _ledger;
    private readonly PipelineEnvironment _environment;
    private readonly CommandIntake _intake;
    private readonly Preview _preview;
    private readonly AvailabilityQueries _availability;
    private readonly ReservationQueries _reservations;
    private readonly PromiseQueries _promises;
    private readonly StockQueries _stock;
    private readonly TransferQueries _transfers;
    private readonly ValueQueries _values;
    private readonly ShelfLifeQueries _shelfLife;
    private readonly PickQueries _picks;
    private readonly SourcingQueries _sources;
    private readonly SerialQueries _serials;
    private readonly LedgerQueries _queries;
    private readonly LedgerVerifier _verifier;
    private readonly HostFlow _flow = new();
    private readonly Enlistment _enlistment;
    private readonly InboxKeeper _inbox;

    public LedgerInventory(
        IInventoryStore store, OpenedLedger opened, LedgerDefinition definition, InventoryOptions options,
        PipelineEnvironment environment, LocationDirectory locations, BookKeeper keeper)
    {
        Definition = definition;
        _store = store;
        _ledger = opened.State.Ledger;
        _environment = environment;
        var loader = new StockLoader(keeper);
        var committer = new BatchCommitter(store, _ledger, opened.Books, loader, NewWriter(), environment);
        var pipeline = new CommitPipeline(
            store, new Stock(opened.State, opened.Books), options, loader, committer, environment);
        _intake = new CommandIntake(pipeline, options, environment);
        _preview = new Preview(
            store, _ledger, opened.Books, loader,
            new StretchWriter(loader, NewWriter(), opened.Books, environment.Clock),
            environment.Clock, _flow);
        _enlistment = new Enlistment(store, _ledger, opened.Books, environment.Clock, _flow);
        _inbox = new InboxKeeper(store, _ledger, _intake, _enlistment, environment);
        _transfers = new TransferQueries(locations, opened.State.CostScale);
        _availability = new AvailabilityQueries(locations, _transfers, environment.Clock);
        _reservations = new ReservationQueries(locations, opened.State.CostScale, environment.Clock);
        _promises = new PromiseQueries(locations);
        _stock = new StockQueries(locations);
        _values = new ValueQueries(keeper, opened.State.CostScale);
        _shelfLife = new ShelfLifeQueries(locations, keeper, opened.State.CostScale);
        _picks = new PickQueries(locations, environment.Clock);
        _sources = new SourcingQueries(_availability, environment.Clock);
        _serials = new SerialQueries(locations, opened.State.CostScale);
        _queries = new LedgerQueries(locations, opened.State.CostScale);
        _verifier = new LedgerVerifier(store, _ledger, opened.Books);

        // A writer remembers what it has committed, and serves one transaction at a time.
        BatchWriter NewWriter() =>
            new(new BlockKeeper(keeper, new BookFollower(keeper, opened.Books), locations), locations);
    }

    public LedgerDefinition Definition { get; }

    public Task<IReadOnlyList<Result<Posted>>> ExecuteAsync(
        IReadOnlyList<Command> commands, ExecuteOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _flow.IsWriting
            ? Task.FromException<IReadOnlyList<Result<Posted>>>(HostFlow.Refusal())
            : _intake.ExecuteAsync(commands, options ?? ExecuteOptions.Default, cancellationToken);

    public Task<IReadOnlyList<Result<Posted>>> PreviewAsync(
        IReadOnlyList<Command> commands, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return _preview.RunAsync(commands, cancellationToken);
    }

    public Task<IReadOnlyList<Result<Posted>>> EnlistAsync(
        DbTransaction transaction, IReadOnlyList<Command> commands, CancellationToken cancellationToken = default) =>
        _enlistment.RunAsync(transaction, commands, cancellationToken);

    public Task EnqueueAsync(
        DbTransaction transaction, IReadOnlyList<Command> commands, CancellationToken cancellationToken = default) =>
        _inbox.EnqueueAsync(transaction, commands, cancellationToken);

    public Task<InboxRun> ApplyInboxAsync(bool retryRefused = false, CancellationToken cancellationToken = default) =>
        _flow.IsWriting
            ? Task.FromException<InboxRun>(HostFlow.Refusal())
            : _inbox.ApplyAsync(retryRefused, cancellationToken);

    public IAsyncEnumerable<InboxItem> ReadInboxAsync(CancellationToken cancellationToken = default) =>
        Snapshot.StreamAsync(_store, _ledger, InboxKeeper.ReadAsync, cancellationToken);

    public Task<int> DiscardInboxAsync(
        IReadOnlyCollection<long> numbers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return _flow.IsWriting
            ? Task.FromException<int>(HostFlow.Refusal())
            : _inbox.DiscardAsync(numbers, cancellationToken);
    }

    public Task<IReadOnlyList<Availability>> GetAvailabilityAsync(
        AvailabilityQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ReadAsync(reader => _availability.GetAsync(reader, query), cancellationToken);
    }

    public Task<LotStock?> FindLotAsync(string sku, string lot, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => StockQueries.FindLotAsync(reader, sku, lot), cancellationToken);

    public Task<SerialLife?> FindSerialAsync(
        string sku, string serial, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => _serials.FindAsync(reader, sku, serial), cancellationToken);

    public Task<Result<PickProposal>> ProposePicksAsync(
        PickQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ReadAsync(reader => _picks.ProposeAsync(reader, query), cancellationToken);
    }

    public Task<Result<IReadOnlyList<WalkStop>>> GetPickWalkAsync(
        string location, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => WalkQueries.ReadAsync(reader, location), cancellationToken);

    public Task<Result<SourcingProposal>> ProposeSourcesAsync(
        SourcingQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ReadAsync(reader => _sources.ProposeAsync(reader, query), cancellationToken);
    }

    public Task<Result<PutawayPlan>> ProposePutawayAsync(
        PutawayQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ReadAsync(reader => PutawayQueries.ProposeAsync(reader, query), cancellationToken);
    }

    public Task<Result<BinRoom>> GetBinRoomAsync(string location, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => BinQueries.GetAsync(reader, location), cancellationToken);

    public Task<Result<IReadOnlyList<ShelfLifeBucket>>> GetShelfLifeAsync(
        ShelfLifeQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var book = query.Book is null ? null : Book(query.Book);
        return ReadAsync(reader => _shelfLife.GetAsync(reader, query, book), cancellationToken);
    }

    public Task<Reservation?> FindReservationAsync(CommandKey key, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => _reservations.FindAsync(reader, key), cancellationToken);

    public IAsyncEnumerable<Reservation> ReadReservationsAsync(
        string sku, CancellationToken cancellationToken = default) =>
        Snapshot.StreamAsync(
            _store, _ledger, (reader, token) => _reservations.ReadOfSkuAsync(reader, sku, token), cancellationToken);

    public IAsyncEnumerable<Reservation> ReadHolderAsync(
        string holder, CancellationToken cancellationToken = default) =>
        Snapshot.StreamAsync(
            _store, _ledger, (reader, token) =>
                _reservations.ReadHolderAsync(reader, holder, token), cancellationToken);

    public IAsyncEnumerable<PromiseAtRisk> ReadPromisesAtRiskAsync(CancellationToken cancellationToken = default) =>
        Snapshot.StreamAsync(
            _store, _ledger, (reader, token) => _reservations.ReadAtRiskAsync(reader, token), cancellationToken);

    public Task<Result<OnHand>> GetOnHandAsync(OnHandQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ReadAsync(reader => _stock.GetOnHandAsync(reader, query), cancellationToken);
    }

    public IAsyncEnumerable<OpenTransfer> ReadOpenTransfersAsync(CancellationToken cancellationToken = default) =>
        Snapshot.StreamAsync(_store, _ledger, _transfers.ReadOpenAsync, cancellationToken);

    public Task<Result<StockValue>> GetValueAsync(
        string book, string sku, Instant? asOf = null, CancellationToken cancellationToken = default)
    {
        var definition = Book(book);
        return ReadAsync(reader =>
            _values.GetAsync(reader, definition, sku, asOf ?? _environment.Clock.GetCurrentInstant()),
                cancellationToken);
    }

    public IAsyncEnumerable<IReadOnlyList<StockValue>> ReadValuesAsync(
        string book, IReadOnlyList<Instant> asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(asOf);
        if (asOf.Zip(asOf.Skip(1)).Any(pair => pair.First > pair.Second))
        {
            throw new ArgumentException("The instants must ascend.", nameof(asOf));
        }

        var definition = Book(book);
        return Snapshot.StreamAsync(_store, _ledger, (reader, token) =>
            _values.ReadAsync(reader, definition, asOf, token), cancellationToken);
    }

    public IAsyncEnumerable<Movement> ReadHistoryAsync(
        string sku, Instant? from = null, Instant? before = null, CancellationToken cancellationToken = default) =>
        Snapshot.StreamAsync(
            _store, _ledger, (reader, token) =>
                _queries.ReadHistoryAsync(reader, sku, from, before, token), cancellationToken);

    public IAsyncEnumerable<PromiseFact> ReadPromisesAsync(
        string sku, CancellationToken cancellationToken = default) =>
        Snapshot.StreamAsync(
            _store, _ledger, (reader, token) => _promises.ReadAsync(reader, sku, token), cancellationToken);

    public Task<IReadOnlyList<DailyMovement>> GetDaysAsync(
        string sku, LocalDate from, LocalDate to, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => _queries.GetDaysAsync(reader, sku, from, to), cancellationToken);

    public IAsyncEnumerable<Change> ReadChangesAsync(ChangeCursor after = default,
        CancellationToken cancellationToken = default) =>
        Snapshot.StreamAsync(
            _store, _ledger, (reader, token) => _queries.ReadChangesAsync(reader, after, token), cancellationToken);

    public IAsyncEnumerable<Change> ReadChangesOfAsync(string type, string id,
        CancellationToken cancellationToken = default) =>
        Snapshot.StreamAsync(
            _store, _ledger, (reader, token) =>
                _queries.ReadChangesOfAsync(reader, type, id, token), cancellationToken);

    public Task<Sku?> FindSkuAsync(string code, CancellationToken cancellationToken = default) =>
        ReadAsync(async reader =>
            (await Names.FindSkuAsync(reader, code).ConfigureAwait(false))?.Sku, cancellationToken);

    public Task<Identifier?> FindIdentifierAsync(
        IdentifierKind kind, string value, LocalDate day, CancellationToken cancellationToken = default)
    {
        var normalised = kind != IdentifierKind.Gtin ? Codes.Normalise(value)
            : Gtin.Normalise(value) is { Succeeded: true } gtin ? gtin.Value : null;
        return normalised is null
            ? Task.FromResult<Identifier?>(null)
            : ReadAsync(
                async reader => (await reader.FindIdentifiersAsync([(kind, normalised)]).ConfigureAwait(false))
                    .FirstOrDefault(identifier => identifier.IsValidOn(day)),
                cancellationToken);
    }

    public IAsyncEnumerable<Sku> ReadSkusAsync(CancellationToken cancellationToken = default) =>
        Snapshot.StreamAsync(_store, _ledger, (reader, _) => Snapshot.SkusAsync(reader), cancellationToken);

    public Task<Location?> FindLocationAsync(string code, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => Names.FindLocationAsync(reader, code), cancellationToken);

    public IAsyncEnumerable<Location> ReadLocationsAsync(CancellationToken cancellationToken = default) =>
        Snapshot.StreamAsync(_store, _ledger, (reader, _) => Snapshot.LocationsAsync(reader), cancellationToken);

    public Task<Reference?> FindReferenceAsync(
        ReferenceKind kind, string code, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => CatalogQueries.FindReferenceAsync(reader, kind, code), cancellationToken);

    public IAsyncEnumerable<Reference> ReadReferencesAsync(
        ReferenceKind kind, CancellationToken cancellationToken = default) => Snapshot.StreamAsync(
            _store, _ledger, (reader, _) => CatalogQueries.ReadReferencesAsync(reader, kind), cancellationToken);

    public Task<Result<EffectiveSelling>> GetSellingAsync(
        string sku, string? channel = null, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => PolicyQueries.GetSellingAsync(reader, sku, channel), cancellationToken);

    public Task<Result<EffectiveThresholds>> GetThresholdsAsync(
        string sku, string? location = null, ThresholdSet? defaults = null,
        CancellationToken cancellationToken = default) =>
        ReadAsync(reader => PolicyQueries.GetThresholdsAsync(reader, sku, location, defaults), cancellationToken);

    public Task<IReadOnlyList<Sku>> GetVariantsAsync(
        string template, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => CatalogQueries.GetVariantsAsync(reader, template), cancellationToken);

    public Task<IReadOnlyList<ValidSubstitute>> GetSubstitutesAsync(
        string sku, LocalDate day, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => CatalogQueries.GetSubstitutesAsync(reader, sku, day), cancellationToken);

    public Task<VerifyReport> VerifyAsync(
        LedgerAnchor? anchor = null, IProgress<VerifyProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        _verifier.VerifyAsync(anchor, progress, cancellationToken);

    public async Task RebuildAsync(IProgress<VerifyProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        if (_flow.IsWriting)
        {
            throw HostFlow.Refusal();
        }

        await _verifier.RebuildAsync(progress, cancellationToken).ConfigureAwait(false);
        _availability.Forget();
    }

    public Task<LedgerAnchor> GetAnchorAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(LedgerQueries.GetAnchorAsync, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _intake.DisposeAsync().ConfigureAwait(false);
        _inbox.Dispose();
        _environment.Metrics.Dispose();
    }

    private Task<T> ReadAsync<T>(Func<IStoreReader, ValueTask<T>> use, CancellationToken cancellationToken) =>
        _store.ReadAsync(_ledger, use, cancellationToken).AsTask();

    private BookDefinition Book(string name) => Definition.Books.FirstOrDefault(book => book.Name == name)
        ?? throw new ArgumentException($"The ledger has no book '{name}'.", nameof(name));
}
