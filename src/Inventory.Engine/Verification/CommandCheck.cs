using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Verification;

/// <summary>
/// Checks applied commands and commits by their hashes and counts, and that the answers kept with the commands name exactly the
/// entries of the ledger.
/// </summary>
internal sealed class CommandCheck
{
    private readonly Dictionary<long, CommitRecord> _counted = [];
    private UInt128 _named;
    private UInt128 _found;
    private long _entriesNamed;
    private long _entriesFound;

    public long Commands { get; private set; }

    public static async ValueTask<CommandCheck> RunAsync(IStoreReader reader, Findings findings)
    {
        var check = new CommandCheck();
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
            check.Add(command, row, findings);
        }

        return check;
    }

    /// <summary>Counts what a SKU's streams really hold.</summary>
    public void Count(SkuReplay replay)
    {
        foreach (var entry in replay.Entries)
        {
            _found += Mark(entry.Sku, entry.Key, entry.Quantity, entry.Commit, entry.Ordinal);
            _entriesFound++;
            Tally(entry.Commit, entries: 1, promises: 0);
        }

        foreach (var promise in replay.Promises)
        {
            Tally(promise.Commit, entries: 0, promises: 1);
        }
    }

    /// <summary>Compares commits with what commands and streams add up to.</summary>
    public async ValueTask CompareAsync(IStoreReader reader, Findings findings)
    {
        if (_named != _found || _entriesNamed != _entriesFound)
        {
            findings.Add("command", "answers", $"the answers name {_entriesNamed} entries, the ledger holds {_entriesFound}, and they differ");
        }

        var last = new CommitRecord(0, 0, 0, 0, 0);
        await foreach (var (commit, hash) in reader.ReadCommitsAsync(0).ConfigureAwait(false))
        {
            var row = $"number {commit.Number}";
            MasterDataCheck.Hash(findings, "commit", row, commit.ComputeCheck(), hash);
            if (commit.Number != last.Number + 1 || commit.Recorded < last.Recorded)
            {
                findings.Add("commit", row, $"follows number {last.Number}: a commit is missing, doubled or out of order");
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
            findings.Add("ledger", "last commit", $"is {ledger.LastCommit} at {ledger.LastRecorded}, but the last one is {last.Number} at {last.Recorded}");
        }
    }

    private void Add(CommandRecord command, string row, Findings findings)
    {
        Commands++;
        var counted = _counted.GetValueOrDefault(command.Commit, new CommitRecord(command.Commit, command.Recorded, 0, 0, 0));
        _counted[command.Commit] = counted with { Commands = counted.Commands + 1 };
        if (command.Recorded != counted.Recorded)
        {
            findings.Add("command", row, $"was recorded at {command.Recorded}, others of its commit at {counted.Recorded}");
        }

        try
        {
            foreach (var entry in ReplyCodec.Decode(command.Reply.Span).Entries)
            {
                _named += Mark(entry.Sku, entry.Key, entry.Quantity, command.Commit, command.Ordinal);
                _entriesNamed++;
            }
        }
        catch (FormatException exception)
        {
            findings.Add("command", row, exception.Message);
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
