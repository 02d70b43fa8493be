using System.Data.Common;
using Inventory.Storage;

namespace Inventory.Hosts;

/// <summary>
/// Knows whether the caller's own flow of control has an open transaction in which it enlisted: a call that needs the
/// store's write lock would then wait for its caller, and its caller for it.
/// </summary>
/// <remarks>What is remembered goes with the flow, to all it calls and starts, and never to other callers.</remarks>
internal sealed class HostFlow
{
    private readonly AsyncLocal<Holder?> _current = new();

    /// <summary>
    /// Remembers a transaction in the flow of whoever awaits the caller; to be called before anything is awaited.
    /// </summary>
    /// <returns>What is remembered, to be taken back when the enlistment comes to nothing.</returns>
    public Holder Enter(DbTransaction transaction) =>
        _current.Value = new Holder(transaction, _current.Value?.Transaction);

    /// <summary>Refuses a call that would wait for its own caller.</summary>
    /// <exception cref="WriteLockException">It would.</exception>
    public void Check()
    {
        if (IsWriting)
        {
            throw Refusal();
        }
    }

    /// <summary>Whether a transaction is open that this flow enlisted in.</summary>
    public bool IsWriting => _current.Value?.Transaction?.Connection is not null;

    public static WriteLockException Refusal() => new(
        "The caller holds the write lock itself, by a transaction it enlisted in that is still open: this call would "
        + "wait for its own caller. Nothing was written. Commit or roll back first, or use EnlistAsync.");

    /// <summary>A transaction that a flow enlisted in, as long as it is known to hold the lock.</summary>
    internal sealed class Holder(DbTransaction transaction, DbTransaction? before)
    {
        public DbTransaction? Transaction { get; private set; } = transaction;

        /// <summary>What was remembered before is so again: an earlier call may have enlisted.</summary>
        public void TakeBack() => Transaction = before;
    }
}
