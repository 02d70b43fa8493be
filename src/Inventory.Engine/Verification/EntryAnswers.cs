using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Verification;

/// <summary>
/// The entries of some SKUs as the answers kept with the commands name them, to find which of them differ.
/// </summary>
internal sealed class EntryAnswers
{
    private readonly Dictionary<int, Dictionary<EntryKey, (long Commit, int Ordinal, long Quantity)>> _bySku;

    private EntryAnswers(IEnumerable<int> skus) => _bySku = skus.ToDictionary(
        sku => sku, _ => new Dictionary<EntryKey, (long Commit, int Ordinal, long Quantity)>());

    public static async ValueTask<EntryAnswers> ReadAsync(IStoreReader reader, IReadOnlyCollection<int> skus)
    {
        var answers = new EntryAnswers(skus);
        if (skus.Count > 0)
        {
            await foreach (var (command, _) in reader.ReadCommandsAsync(0, int.MaxValue).ConfigureAwait(false))
            {
                answers.Add(command);
            }
        }

        return answers;
    }

    /// <summary>What is wrong with an entry by the answers; null when nothing is.</summary>
    public string? Wrong(Entry entry) =>
        !_bySku[entry.Sku].Remove(entry.Key, out var answered) ? "no command's answer names it"
        : answered != (entry.Commit, entry.Ordinal, entry.Quantity)
            ? $"belongs to command ({entry.Commit}, {entry.Ordinal}) with quantity {entry.Quantity}, but command "
            + $"({answered.Commit}, {answered.Ordinal}) has answered with it, quantity {answered.Quantity}"
            : null;

    /// <summary>The first entry that was answered, and that nobody has asked about: it is missing.</summary>
    public EntryKey? Missing(int sku) =>
        _bySku[sku].Count == 0 ? null : _bySku[sku].Keys.MinBy(key => key.Sequence);

    private void Add(CommandRecord command)
    {
        // Damaged answers have been reported before.
        if (CommandCheck.TryDecode(command) is not { } reply)
        {
            return;
        }

        foreach (var entry in reply.Entries)
        {
            if (_bySku.TryGetValue(entry.Sku, out var answers))
            {
                answers[entry.Key] = (command.Commit, command.Ordinal, entry.Quantity);
            }
        }
    }
}
