using Inventory.Commands;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>The keys of the commands that made reservations. One per query; remembers what it has looked up.</summary>
internal sealed class CommandNames(IStoreReader reader)
{
    private readonly Dictionary<(long Commit, int Ordinal), CommandKey> _keys = [];

    public async ValueTask<CommandKey> KeyAsync(long commit, int ordinal)
    {
        if (!_keys.TryGetValue((commit, ordinal), out var key))
        {
            var found = await reader.GetCommandKeysAsync([(commit, ordinal)]).ConfigureAwait(false);
            key = found is [var row] ? row.Key
                : throw new InventoryCorruptionException(
                    $"A promise names command {ordinal} of commit {commit}, which does not exist.");
            _keys.Add((commit, ordinal), key);
        }

        return key;
    }
}
