using Inventory.Movements;
using NodaTime;

namespace Inventory.Testing.Promises;

/// <summary>
/// Proves from the public facts alone, with arithmetic of its own, that a whole history has kept its promises: after
/// no command was more promised than was sellable, unless a plain truth (a count, scrap, damage, quarantine or recall)
/// made it so; and until that was cured, no command promised anything more there.
/// </summary>
/// <remarks>
/// Promised is what is held and has not ended at the command's instant, and what is committed. Goods that had gone bad
/// cover no promise, so taking them is no breach. It also proves that reservations gave back, converted and shipped
/// only what they had, and that holds that had ended took no more steps.
/// </remarks>
public sealed class PromiseCertificate
{
    private readonly Dictionary<(string Sku, string Pool, string? Owner, string? Grade), PromisePool> _pools = [];
    private readonly PromiseAllowances _allowances;
    private readonly LotExpiry _expiry;

    private PromiseCertificate(PromiseAllowances allowances, LotExpiry expiry) =>
        (_allowances, _expiry) = (allowances, expiry);

    /// <summary>The first breach; null when the history has kept every promise.</summary>
    public PromiseBreach? Breach { get; private set; }

    /// <summary>How many commands were looked at.</summary>
    public int Commands { get; private set; }

    /// <summary>How many movements and facts of promises were looked at.</summary>
    public int Facts { get; private set; }

    /// <summary>Checks the whole history of an inventory up to now.</summary>
    /// <param name="inventory">The inventory; others may go on writing to it.</param>
    /// <param name="allowances">What the host's rules allow beyond what is there; null is nothing.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>The certificate.</returns>
    public static async Task<PromiseCertificate> CheckAsync(
        IInventory inventory, PromiseAllowances? allowances = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        var changes = new List<Change>();
        await foreach (var change in inventory.ReadChangesAsync(default, cancellationToken).ConfigureAwait(false))
        {
            changes.Add(change);
        }

        // What was promised after the last of these commands belongs to a later check.
        var last = changes.Count == 0 ? default : changes[^1].Cursor;
        var promises = new List<PromiseFact>();
        await foreach (var sku in inventory.ReadSkusAsync(cancellationToken).ConfigureAwait(false))
        {
            await foreach (var promise in inventory.ReadPromisesAsync(sku.Code, cancellationToken)
                .ConfigureAwait(false))
            {
                if (Order(promise.Cursor).CompareTo(Order(last)) <= 0)
                {
                    promises.Add(promise);
                }
            }
        }

        var expiry = await LotExpiry.ReadAsync(inventory, changes, cancellationToken).ConfigureAwait(false);
        return Check(changes, promises, allowances, expiry);
    }

    /// <summary>Checks facts that were read before, of goods that do not go bad.</summary>
    /// <param name="changes">All changes, in order.</param>
    /// <param name="promises">All facts of promises; those of one SKU in order.</param>
    /// <param name="allowances">What the host's rules allow beyond what is there; null is nothing.</param>
    /// <returns>The certificate.</returns>
    public static PromiseCertificate Check(
        IReadOnlyList<Change> changes, IReadOnlyList<PromiseFact> promises, PromiseAllowances? allowances = null)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(promises);
        return Check(changes, promises, allowances, LotExpiry.None);
    }

    private static PromiseCertificate Check(
        IReadOnlyList<Change> changes, IReadOnlyList<PromiseFact> promises, PromiseAllowances? allowances,
        LotExpiry expiry)
    {
        var certificate = new PromiseCertificate(allowances ?? new PromiseAllowances(), expiry);
        var byCommand = promises.ToLookup(promise => promise.Cursor);
        foreach (var change in changes)
        {
            certificate.Commands++;
            certificate.Breach = certificate.Follow(change, [.. byCommand[change.Cursor]]);
            if (certificate.Breach is not null)
            {
                return certificate;
            }
        }

        var applied = changes.Select(change => change.Cursor).ToHashSet();
        if (promises.FirstOrDefault(promise => !applied.Contains(promise.Cursor)) is { } stray)
        {
            certificate.Breach = new PromiseBreach(
                PromiseLaw.BelongsToACommand, stray.Cursor, null, stray.Sku, stray.Pool, 0, 0, 0);
        }

        return certificate;
    }

    private PromiseBreach? Follow(Change change, IReadOnlyList<PromiseFact> promises)
    {
        var touched = new Dictionary<(string Sku, string Pool, string? Owner, string? Grade), Before>();
        PromiseBreach? breach = null;
        foreach (var promise in promises)
        {
            var at = (promise.Sku, promise.Pool, promise.Owner, promise.Grade);
            var before = Touch(touched, at, change.Recorded);
            var law = promise.Recorded == change.Recorded
                ? _pools[at].Add(promise, change.Recorded)
                : PromiseLaw.BelongsToACommand;
            breach ??= law is { } broken ? Describe(broken, change, at, before) : null;
            Facts++;
        }

        foreach (var movement in change.Movements)
        {
            Leave(touched, movement, change.Recorded);
            Arrive(touched, movement, change.Recorded);
            Facts++;
        }

        return breach ?? touched
            .Select(pool => Judge(pool.Key, pool.Value, change.Recorded) is { } law
                ? Describe(law, change, pool.Key, pool.Value) : null)
            .FirstOrDefault(found => found is not null);
    }

    private Before Touch(
        Dictionary<(string Sku, string Pool, string? Owner, string? Grade), Before> touched,
        (string Sku, string Pool, string? Owner, string? Grade) at, Instant now)
    {
        if (!touched.TryGetValue(at, out var before))
        {
            var pool = _pools.TryGetValue(at, out var known) ? known : _pools[at] = new PromisePool();
            before = touched[at] = new Before(pool.Sellable, pool.PromisedAt(now));
        }

        return before;
    }

    private void Leave(
        Dictionary<(string Sku, string Pool, string? Owner, string? Grade), Before> touched, Movement movement,
        Instant now)
    {
        if (movement is { FromPool: { } pool, FromStatus: StockStatus.Available })
        {
            var at = (movement.Sku, pool, movement.FromOwner, movement.FromGrade);
            var before = Touch(touched, at, now);
            _pools[at].Move(-movement.Quantity.Amount);
            before.Excused -= IsExcused(movement) || _expiry.IsExpired(movement, now) ? movement.Quantity.Amount : 0;
        }
    }

    private void Arrive(
        Dictionary<(string Sku, string Pool, string? Owner, string? Grade), Before> touched, Movement movement,
        Instant now)
    {
        if (movement is { ToPool: { } pool, ToStatus: StockStatus.Available })
        {
            var at = (movement.Sku, pool, movement.ToOwner, movement.ToGrade);
            var before = Touch(touched, at, now);
            _pools[at].Move(movement.Quantity.Amount);
            before.Excused += IsExcused(movement) ? movement.Quantity.Amount : 0;
        }
    }

    private bool IsExcused(Movement movement) =>
        movement.Kind is MovementKind.Count or MovementKind.Scrap
        || (movement.Kind == MovementKind.StatusChange
            && movement.ToStatus is StockStatus.Damaged or StockStatus.Quarantined or StockStatus.Recalled)
        || _allowances.MayBeOverdrawn(movement.From);

    private PromiseLaw? Judge(
        (string Sku, string Pool, string? Owner, string? Grade) at, Before before, Instant now)
    {
        var pool = _pools[at];
        var promised = pool.PromisedAt(now);
        if (promised == 0 || promised - pool.Sellable <= _allowances.Oversell(at.Sku))
        {
            return null;
        }

        var worse = promised - pool.Sellable - (before.Promised - before.Sellable);
        return promised > before.Promised ? PromiseLaw.NotPromisedBeyondStock
            : worse > Math.Max(0, -before.Excused) ? PromiseLaw.NotTakenFromPromises
            : null;
    }

    private PromiseBreach Describe(
        PromiseLaw law, Change change, (string Sku, string Pool, string? Owner, string? Grade) at, Before before) =>
        new(
            law, change.Cursor, change.Key, at.Sku, at.Pool, _pools[at].Sellable,
            _pools[at].PromisedAt(change.Recorded), before.Promised);

    private static (long Commit, int Ordinal) Order(ChangeCursor cursor) => (cursor.Commit, cursor.Ordinal);

    // What a pool had before a command, and what plain truths and overdrawn places did to it since.
    private sealed class Before(decimal sellable, decimal promised)
    {
        public decimal Sellable => sellable;

        public decimal Promised => promised;

        public decimal Excused { get; set; }
    }
}
