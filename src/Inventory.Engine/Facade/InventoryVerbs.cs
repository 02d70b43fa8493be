using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Reservations;
using NodaTime;

namespace Inventory;

/// <summary>Single verbs over <see cref="IInventory.ExecuteAsync"/>, for one command at a time.</summary>
public static class InventoryVerbs
{
    /// <summary>Executes one command.</summary>
    /// <param name="inventory">The inventory.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Cancels it while it has not been taken up.</param>
    /// <returns>What was posted, or why it was refused.</returns>
    public static async Task<Result<Posted>> ExecuteAsync(
        this IInventory inventory, Command command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        var answers = await inventory.ExecuteAsync([command], options: null, cancellationToken).ConfigureAwait(false);
        return answers[0];
    }

    /// <summary>Adds a SKU counted in single pieces.</summary>
    /// <param name="inventory">The inventory.</param>
    /// <param name="code">The SKU's code.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels it while it has not been taken up.</param>
    /// <returns>What was posted, or why it was refused. The command's key is <c>sku:</c> and the code.</returns>
    public static Task<Result<Posted>> DefineSkuAsync(
        this IInventory inventory, string code, string name = "", CancellationToken cancellationToken = default) =>
        inventory.ExecuteAsync(new DefineSku($"sku:{code}", code) { Name = name }, cancellationToken);

    /// <summary>Adds a site that holds stock.</summary>
    /// <param name="inventory">The inventory.</param>
    /// <param name="code">The site's code.</param>
    /// <param name="timeZone">The IANA time zone of its business dates.</param>
    /// <param name="cancellationToken">Cancels it while it has not been taken up.</param>
    /// <returns>What was posted, or why it was refused. The command's key is <c>site:</c> and the code.</returns>
    public static Task<Result<Posted>> DefineSiteAsync(
        this IInventory inventory, string code, string timeZone = "UTC",
        CancellationToken cancellationToken = default) =>
        inventory.ExecuteAsync(new DefineLocation($"site:{code}", code, LocationKind.Site) { TimeZone = timeZone },
            cancellationToken);

    /// <summary>Stops movements into and out of a location and everything below it.</summary>
    /// <param name="inventory">The inventory.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="location">The location's code.</param>
    /// <param name="owner">Who orders it, as refusals name it.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="until">When it is expected to end; null when nobody knows yet.</param>
    /// <param name="cancellationToken">Cancels it while it has not been taken up.</param>
    /// <returns>What was posted, or why it was refused.</returns>
    public static Task<Result<Posted>> FreezeAsync(
        this IInventory inventory, CommandKey key, string location, string owner,
        FreezePurpose purpose = FreezePurpose.Count, Instant? until = null,
        CancellationToken cancellationToken = default) =>
        inventory.ExecuteAsync(
            new FreezeLocation(key, location, owner, purpose) { Until = until }, cancellationToken);

    /// <summary>Lifts the freeze of a location.</summary>
    /// <param name="inventory">The inventory.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="location">The code of the very location that was frozen.</param>
    /// <param name="cancellationToken">Cancels it while it has not been taken up.</param>
    /// <returns>What was posted, or why it was refused.</returns>
    public static Task<Result<Posted>> UnfreezeAsync(
        this IInventory inventory, CommandKey key, string location, CancellationToken cancellationToken = default) =>
        inventory.ExecuteAsync(new UnfreezeLocation(key, location), cancellationToken);

    /// <summary>Receives goods from the default supplier.</summary>
    /// <param name="inventory">The inventory.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="quantity">How much.</param>
    /// <param name="to">The code of the place it is put.</param>
    /// <param name="cost">What it costs.</param>
    /// <param name="cancellationToken">Cancels it while it has not been taken up.</param>
    /// <returns>What was posted, or why it was refused.</returns>
    public static Task<Result<Posted>> ReceiveAsync(
        this IInventory inventory, CommandKey key, string sku, Quantity quantity, string to, Cost cost,
        CancellationToken cancellationToken = default) =>
        inventory.ExecuteAsync(
            new PostMovement(key, MovementKind.Receipt, new MovementLine(sku, quantity) { To = to, Cost = cost }),
                cancellationToken);

    /// <summary>Issues goods to the default customer.</summary>
    /// <param name="inventory">The inventory.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="quantity">How much.</param>
    /// <param name="from">The code of the place it is taken from.</param>
    /// <param name="cancellationToken">Cancels it while it has not been taken up.</param>
    /// <returns>What was posted, with its cost in the inline book, or why it was refused.</returns>
    public static Task<Result<Posted>> IssueAsync(
        this IInventory inventory, CommandKey key, string sku, Quantity quantity, string from,
        CancellationToken cancellationToken = default) =>
        inventory.ExecuteAsync(
            new PostMovement(key, MovementKind.Issue, new MovementLine(sku, quantity) { From = from }),
                cancellationToken);

    /// <summary>Moves goods from one own place to another.</summary>
    /// <param name="inventory">The inventory.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="quantity">How much.</param>
    /// <param name="from">The code of the place it leaves.</param>
    /// <param name="to">The code of the place it goes to.</param>
    /// <param name="cancellationToken">Cancels it while it has not been taken up.</param>
    /// <returns>What was posted, or why it was refused.</returns>
    public static Task<Result<Posted>> TransferAsync(
        this IInventory inventory, CommandKey key, string sku, Quantity quantity, string from, string to,
        CancellationToken cancellationToken = default) =>
        inventory.ExecuteAsync(
            new PostMovement(key, MovementKind.Transfer, new MovementLine(sku, quantity) { From = from, To = to }),
                cancellationToken);

    /// <summary>States what was seen at a place.</summary>
    /// <param name="inventory">The inventory.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="location">The place's code.</param>
    /// <param name="seen">What was seen.</param>
    /// <param name="cancellationToken">Cancels it while it has not been taken up.</param>
    /// <returns>What was posted, or why it was refused.</returns>
    public static Task<Result<Posted>> CountAsync(
        this IInventory inventory, CommandKey key, string sku, string location, Quantity seen,
        CancellationToken cancellationToken = default) =>
        inventory.ExecuteAsync(new CountStock(key, sku, location, seen), cancellationToken);

    /// <summary>Undoes an applied movement wholly.</summary>
    /// <param name="inventory">The inventory.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="original">The key of the movement to undo.</param>
    /// <param name="cancellationToken">Cancels it while it has not been taken up.</param>
    /// <returns>What was posted, or why it was refused.</returns>
    public static Task<Result<Posted>> ReverseAsync(
        this IInventory inventory, CommandKey key, CommandKey original,
        CancellationToken cancellationToken = default) =>
        inventory.ExecuteAsync(new ReverseMovement(key, original), cancellationToken);

    /// <summary>What can be promised now.</summary>
    /// <param name="inventory">The inventory.</param>
    /// <param name="skus">SKU codes; unknown ones are left out of the answer.</param>
    /// <param name="pools">Codes of pools or of places in them; null is every pool that ever had the SKU.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One answer per SKU and pool, by SKU in the order asked and by pool.</returns>
    public static Task<IReadOnlyList<Availability>> GetAvailabilityAsync(
        this IInventory inventory, IReadOnlyList<string> skus, IReadOnlyList<string>? pools = null,
        CancellationToken cancellationToken = default) =>
        inventory.GetAvailabilityAsync(new AvailabilityQuery(skus) { Pools = pools }, cancellationToken);

    /// <summary>Promises available units of a pool.</summary>
    /// <param name="inventory">The inventory.</param>
    /// <param name="key">The caller's key, which names the reservation.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="pool">The code of the pool or of a place in it.</param>
    /// <param name="quantity">How much.</param>
    /// <param name="cancellationToken">Cancels it while it has not been taken up.</param>
    /// <returns>What was posted, or why it was refused.</returns>
    public static Task<Result<Posted>> ReserveAsync(
        this IInventory inventory, CommandKey key, string sku, string pool, Quantity quantity,
        CancellationToken cancellationToken = default) =>
        inventory.ExecuteAsync(new ReserveStock(key, sku, pool, quantity), cancellationToken);

    /// <summary>Gives promised units back.</summary>
    /// <param name="inventory">The inventory.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="reservation">The key of the reservation.</param>
    /// <param name="quantity">How much; null is all it still holds.</param>
    /// <param name="cancellationToken">Cancels it while it has not been taken up.</param>
    /// <returns>What was posted, or why it was refused.</returns>
    public static Task<Result<Posted>> ReleaseAsync(
        this IInventory inventory, CommandKey key, CommandKey reservation, Quantity? quantity = null,
        CancellationToken cancellationToken = default) =>
        inventory.ExecuteAsync(new ReleaseReservation(key, reservation) { Quantity = quantity }, cancellationToken);
}
