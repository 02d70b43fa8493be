using Inventory.Commands;
using Inventory.Ledger;

namespace Inventory.Pipeline;

/// <summary>
/// Those commands of a batch that were applied before. They are looked up only where it matters: an unknown key is
/// nearly always new, and if it is not, the store refuses the batch.
/// </summary>
internal sealed class AppliedCommands(List<Pending> commands, StoreRead read)
{
    private readonly Dictionary<CommandKey, CommandRecord> _records = [];

    /// <summary>Whether it is known which commands were applied before.</summary>
    public bool AreKnown { get; private set; }

    /// <summary>How many were found.</summary>
    public int Count => _records.Count;

    public bool TryGet(CommandKey key, out CommandRecord record) => _records.TryGetValue(key, out record!);

    /// <summary>Looks all of them up, unless they are known.</summary>
    public async ValueTask LookUpAsync()
    {
        if (AreKnown)
        {
            return;
        }

        var keys = new HashSet<CommandKey>(commands.Count);
        foreach (var pending in commands)
        {
            for (var i = 0; i < pending.Count; i++)
            {
                keys.Add(pending.Key(i));
            }
        }

        keys.Remove(default);
        await read(async reader =>
        {
            foreach (var record in await reader.FindCommandsAsync(keys).ConfigureAwait(false))
            {
                _records[record.Key] = record;
            }
        }).ConfigureAwait(false);
        AreKnown = true;
    }
}
