using Inventory.References;
using Inventory.Storage;

namespace Inventory.Verification;

/// <summary>Checks the code lists: hashes, dense numbers, codes, counters, and that parents are there.</summary>
internal static class ReferenceCheck
{
    /// <summary>The commands that change a code list.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        nameof(DefineCategory), nameof(DefineGrade), nameof(DefineOwner), nameof(DefineChannel),
        nameof(DefineVariants),
    ];

    public static async ValueTask RunAsync(IStoreReader reader, Findings findings)
    {
        var codes = Enum.GetValues<ReferenceKind>().ToDictionary(kind => kind, _ => new List<(string, int)>());
        await foreach (var (row, check) in reader.ReadReferencesAsync().ConfigureAwait(false))
        {
            MasterDataCheck.Hash(findings, "reference", $"{row.Kind} {row.Code}", row.ComputeCheck(), check);
            codes[row.Kind].Add((row.CodeKey, row.Number));
            MasterDataCheck.Dense(findings, "reference", row.Number, codes[row.Kind].Count);
        }

        var counts = (await reader.GetLedgerAsync().ConfigureAwait(false)).References;
        foreach (var (kind, rows) in codes)
        {
            var found = await reader.FindReferencesAsync([.. rows.Select(row => (kind, row.Item1))])
                .ConfigureAwait(false);
            MasterDataCheck.Codes(findings, "reference", rows, found.Select(row => (row.CodeKey, row.Number)));
            MasterDataCheck.Counter(findings, $"rows of {kind}", counts.Of(kind), rows.Count);
        }
    }
}
