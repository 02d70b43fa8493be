using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Verification;

/// <summary>
/// Checks applied commands and commits by their hashes and counts, and that the answers kept with the commands name
/// exactly the entries of the ledger.
/// </summary>
internal sealed class CommandCheck
{
    private readonly Dictionary<long, CommitRecord> _counted = [];
    private readonly Dictionary<int, (UInt128 Marks, long Entries)> _named = [];
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);

    // Sums of a part mean nothing.
    private bool _isComplete;

    public long Commands { get; private set; }

    /// <summary>The SKUs that the answers name entries of.</summary>
    public IEnumerable<int> Skus => _named.Keys;

    public static async ValueTask<CommandCheck> RunAsync(IStoreReader reader, Findings findings)
    {
        var check = new CommandCheck();
        check._isComplete = await findings.CheckAsync(
            "command", "of some commit", () => check.ReadAsync(reader, findings)).ConfigureAwait(false);
        return check;
    }

    /// <summary>The answer kept with a command; null when it is damaged.</summary>
    public static Reply? TryDecode(CommandRecord command)
    {
        try
        {
            return ReplyCodec.Decode(command.Reply.Span);
        }
        catch (Exception damage) when (damage is FormatException or ArithmeticException)
        {
            return null;
        }
    }

    /// <summary>How many commands of a kind were applied.</summary>
    public int OfKind(string kind) => _kinds.GetValueOrDefault(kind);

    /// <summary>Counts what a SKU's streams really hold.</summary>
    /// <returns>Whether these are exactly the entries that the answers name.</returns>
    public bool Count(int sku, SkuReplay replay)
    {
        var marks = UInt128.Zero;
        foreach (var entry in replay.Entries)
        {
            marks = unchecked(marks + Mark(entry.Sku, entry.Key, entry.Quantity, entry.Commit, entry.Ordinal));
            Tally(entry.Commit, entries: 1, promises: 0);
        }

        foreach (var promise in replay.Promises)
        {
            Tally(promise.Commit, entries: 0, promises: 1);
        }

        return !_isComplete || _named.GetValueOrDefault(sku) == (marks, replay.Entries.Count);
    }

    /// <summary>Compares commits with what commands and streams add up to.</summary>
    public async ValueTask CompareAsync(IStoreReader reader, Findings findings)
    {
        if (_isComplete)
        {
            await findings.CheckAsync("commit", "of some number", () => CheckCommitsAsync(reader, findings))
                .ConfigureAwait(false);
        }
    }

    private async ValueTask CheckCommitsAsync(IStoreReader reader, Findings findings)
    {
        var last = new CommitRecord(0, 0, 0, 0, 0);
        await foreach (var (commit, hash) in reader.ReadCommitsAsync(0).ConfigureAwait(false))
        {
            var row = $"number {commit.Number}";
            MasterDataCheck.Hash(findings, "commit", row, commit.ComputeCheck(), hash);
            if (commit.Number != last.Number + 1 || commit.Recorded < last.Recorded)
            {
                findings.Add("commit", row,
                    $"follows number {last.Number}: a commit is missing, doubled or out of order");
            }

            last = commit;
            _counted.Remove(commit.Number, out var counted);
            if (counted is null || counted with { Recorded = commit.Recorded } != commit)
            {
                findings.Add("commit", row, $"says {commit}, but its rows add up to {counted}");
            }
        }

        foreach (var number in _counted.Keys.Order())
        {
            findings.Add("commit", $"number {number}", "has rows, but is missing itself");
        }

        var ledger = await reader.GetLedgerAsync().ConfigureAwait(false);
        if (ledger.LastCommit != last.Number || ledger.LastRecorded != last.Recorded)
        {
            findings.Add(
                "ledger", "last commit",
                $"is {ledger.LastCommit} at {ledger.LastRecorded}, but the last one is {last.Number} at {last.Recorded}");
        }
    }

    private async ValueTask ReadAsync(IStoreReader reader, Findings findings)
    {
        var last = (Commit: 0L, Ordinal: -1);
        await foreach (var (command, hash) in reader.ReadCommandsAsync(0, int.MaxValue).ConfigureAwait(false))
        {
            var row = $"'{command.Key}' ({command.Commit}, {command.Ordinal})";
            MasterDataCheck.Hash(findings, "command", row, command.ComputeCheck(), hash);
            if (command.Ordinal != (command.Commit == last.Commit ? last.Ordinal + 1 : 0))
            {
                findings.Add("command", row, "a command before it in its commit is missing");
            }

            last = (command.Commit, command.Ordinal);
            Add(command, row, findings);
        }
    }

    private void Add(CommandRecord command, string row, Findings findings)
    {
        Commands++;
        var counted = _counted
            .GetValueOrDefault(command.Commit, new CommitRecord(command.Commit, command.Recorded, 0, 0, 0));
        _counted[command.Commit] = counted with { Commands = counted.Commands + 1 };
        if (command.Recorded != counted.Recorded)
        {
            findings.Add("command", row,
                $"was recorded at {command.Recorded}, others of its commit at {counted.Recorded}");
        }

        _kinds[command.Kind] = OfKind(command.Kind) + 1;
        if (TryDecode(command) is not { } reply)
        {
            findings.Add("command", row, "its answer is damaged");
            return;
        }

        foreach (var entry in reply.Entries)
        {
            var (marks, entries) = _named.GetValueOrDefault(entry.Sku);
            _named[entry.Sku] = unchecked((
                marks + Mark(entry.Sku, entry.Key, entry.Quantity, command.Commit, command.Ordinal), entries + 1));
        }
    }

    private void Tally(long commit, int entries, int promises)
    {
        var counted = _counted.GetValueOrDefault(commit, new CommitRecord(commit, 0, 0, 0, 0));
        _counted[commit] = counted with { Entries = counted.Entries + entries, Promises = counted.Promises + promises };
    }

    // A sum of marks does not depend on order, so the two sides can be read each in its own.
    private static UInt128 Mark(int sku, EntryKey key, long quantity, long commit, int ordinal)
    {
        unchecked
        {
            var mix = (ulong)sku * 0x9E3779B97F4A7C15;
            mix = (mix ^ (ulong)key.Effective) * 0xBF58476D1CE4E5B9;
            mix = (mix ^ (mix >> 29) ^ (ulong)key.Sequence) * 0x94D049BB133111EB;
            mix = (mix ^ (mix >> 32) ^ (ulong)quantity) * 0x9E3779B97F4A7C15;
            mix = (mix ^ (mix >> 29) ^ (ulong)commit) * 0xBF58476D1CE4E5B9;
            mix = (mix ^ (mix >> 31) ^ (ulong)(uint)ordinal) * 0x94D049BB133111EB;
            return mix ^ (mix >> 30);
        }
    }
}
