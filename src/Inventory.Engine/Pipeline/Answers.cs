using Inventory.Commands;
using Inventory.Ledger;

namespace Inventory.Pipeline;

/// <summary>Makes the callers' answers.</summary>
internal static class Answers
{
    public static Result<Posted> Repeat(CommandRecord record, int costScale) =>
        new(Of(record.Key, record.Commit, record.Recorded, alreadyApplied: true, ReplyCodec
            .Decode(record.Reply.Span), costScale));

    public static Result<Posted> Refused(ErrorCode code, CommandKey key, string message, string? allowed = null) =>
        new([new InventoryError(code, "command", key.ToString(), allowed, message)]);

    public static Result<Posted> Mismatch(CommandKey key) => new([new InventoryError(
        ErrorCodes.IdempotencyMismatch, "key", key.ToString(), "the payload sent first",
        $"The key '{key}' was applied before with another payload; send the same payload again, or use a new key.")]);

    /// <summary>Refuses an atomic call that has too many commands.</summary>
    public static IReadOnlyList<Result<Posted>> TooMany(IReadOnlyList<Command> commands) =>
    [
        .. commands.Select(command => Refused(
            ErrorCodes.InvalidGroup, command.Key,
            $"An atomic call has at most {ExecuteOptions.AtomicMax} commands, not {commands.Count}; send it in several calls.",
            $"at most {ExecuteOptions.AtomicMax} commands")),
    ];

    public static Posted Of(CommandKey key, long commit, long recorded, bool alreadyApplied, Reply reply, int costScale)
    {
        var entries = new PostedEntry[reply.Entries.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = reply.Entries[i];
            entries[i] = new PostedEntry(entry.Sku, entry.Key.Sequence, Micros.ToInstant(entry.Key.Effective),
                entry.Cost is { } cost ? CostScale.ToAmount(cost, costScale) : null);
        }

        return new Posted(key, commit, Micros.ToInstant(recorded), alreadyApplied, entries, reply.Number)
        {
            Lines = reply.Lines,
            AtRisk = reply.AtRisk,
            OverCapacity = reply.OverCapacity,
            Allocated = reply.Allocated,
            Unbound = reply.Unbound,
        };
    }

    /// <summary>Answers every caller of a batch.</summary>
    public static void Give(DecidedBatch batch, long commit)
    {
        var changes = batch.Changes;
        for (var i = 0; i < batch.Posted.Count; i++)
        {
            var pending = batch.Posted[i];
            pending.Answer(new Result<Posted>(Of(pending, i, alreadyApplied: false)));
        }

        foreach (var (pending, ordinal) in batch.Repeated)
        {
            pending.Answer(new Result<Posted>(Of(pending, ordinal, alreadyApplied: true)));
        }

        foreach (var (pending, result) in batch.Settled)
        {
            pending.Answer(result);
        }

        Posted Of(Pending pending, int ordinal, bool alreadyApplied) => Answers.Of(
            pending.Command.Key, commit, changes.Recorded, alreadyApplied, changes.Changes[ordinal].Reply,
                batch.CostScale);
    }
}
