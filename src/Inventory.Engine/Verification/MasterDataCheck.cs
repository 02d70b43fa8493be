using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Kits;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Packs;
using Inventory.Policies;
using Inventory.Storage;
using Inventory.Substitutes;
using Inventory.Variants;

namespace Inventory.Verification;

/// <summary>
/// Checks rows that no fold can restore: by the hashes stored beside them, that each is found by its code, and that
/// there are as many as commands made.
/// </summary>
internal static class MasterDataCheck
{
    private static readonly string[] _kinds =
        [nameof(DefineSku), nameof(ChangeLifecycle), nameof(AddIdentifier), nameof(DefineLocation),
            nameof(SetAddress), nameof(SetCapacity), nameof(ChangeLotStatus), nameof(SetLotRules),
            nameof(FreezeLocation), nameof(UnfreezeLocation), nameof(DefineReason),
            .. ReferenceCheck.Kinds, nameof(SetCategory), nameof(SetComponents), nameof(SetMeasures),
            nameof(SetPacks), nameof(SetSelling), nameof(SetShelfLife), nameof(SetSubstitutes), nameof(SetThresholds),
            nameof(SetVariant)];

    public static async ValueTask RunAsync(IStoreReader reader, CommandCheck commands, Findings findings)
    {
        await findings.CheckAsync("ledger", "settings", () => CheckSettingsAsync(reader, commands, findings))
            .ConfigureAwait(false);
        await findings.CheckAsync("sku", "of the catalogue", () => CheckSkusAsync(reader, findings))
            .ConfigureAwait(false);
        await findings.CheckAsync("location", "of the tree", () => CheckLocationsAsync(reader, findings))
            .ConfigureAwait(false);
        await findings.CheckAsync("reason", "of the list", () => CheckReasonsAsync(reader, findings))
            .ConfigureAwait(false);
        await findings.CheckAsync("reference", "of the code lists", () => ReferenceCheck.RunAsync(reader, findings))
            .ConfigureAwait(false);
        await findings.CheckAsync(
            "identifier", "of the catalogue", () => CheckIdentifiersAsync(reader, commands, findings)).ConfigureAwait(false);
        await findings.CheckAsync("inbox", "row", () => CheckInboxAsync(reader, findings)).ConfigureAwait(false);
    }

    public static void Hash(Findings findings, string table, string row, Digest computed, Digest stored)
    {
        if (computed != stored)
        {
            findings.Add(table, row, $"its hash is {stored}, but its columns give {computed}: it was edited");
        }
    }

    private static async ValueTask CheckSettingsAsync(IStoreReader reader, CommandCheck commands, Findings findings)
    {
        var (ledger, books) = await reader.GetSettingsAsync().ConfigureAwait(false);
        Hash(findings, "ledger", ledger.Row.Name, ledger.Row.ComputeCheck(), ledger.Check);
        foreach (var (book, index) in books.Select((book, index) => (book, index)))
        {
            Hash(findings, "book", book.Row.Name, book.Row.ComputeCheck(), book.Check);
            Dense(findings, "book", book.Row.Number, index + 1);
        }

        var changes = _kinds.Sum(commands.OfKind);
        if (ledger.Row.CatalogVersion != changes)
        {
            findings.Add("ledger", "catalogue version",
                $"is {ledger.Row.CatalogVersion}, but {changes} commands changed master data");
        }
    }

    private static async ValueTask CheckSkusAsync(IStoreReader reader, Findings findings)
    {
        var codes = new List<(string Key, int Number)>();
        await foreach (var (row, check) in reader.ReadSkusAsync(0).ConfigureAwait(false))
        {
            Hash(findings, "sku", row.Sku.Code, row.Sku.ComputeCheck(), check);
            codes.Add((row.Sku.CodeKey, row.Sku.Number));
            Dense(findings, "sku", row.Sku.Number, codes.Count);
        }

        var found = await reader.FindSkusAsync([.. codes.Select(code => code.Key)]).ConfigureAwait(false);
        Codes(findings, "sku", codes, found.Select(row => (row.Sku.CodeKey, row.Sku.Number)));

        // A head is made with its SKU; without one the first entry would have nothing to be guarded by.
        var heads = await reader.GetHeadsAsync([.. codes.Select(code => code.Number)]).ConfigureAwait(false);
        foreach (var number in codes.Select(code => code.Number).Except(heads.Select(head => head.Sku)))
        {
            findings.Add("head", $"SKU number {number}", "is missing");
        }

        Counter(findings, "skus", (await reader.GetLedgerAsync().ConfigureAwait(false)).Skus, codes.Count);
    }

    private static async ValueTask CheckLocationsAsync(IStoreReader reader, Findings findings)
    {
        var codes = new List<(string Key, int Number)>();
        var wellKnown = WellKnownLocations.All;
        await foreach (var (location, check) in reader.ReadLocationsAsync().ConfigureAwait(false))
        {
            Hash(findings, "location", location.Code, location.ComputeCheck(), check);
            codes.Add((location.CodeKey, location.Number));
            Dense(findings, "location", location.Number, codes.Count);
            var asItBegan = location with { Freeze = null, Details = LocationDetails.None };
            if (codes.Count <= wellKnown.Count && asItBegan != wellKnown[codes.Count - 1])
            {
                findings.Add("location", location.Code, "differs from the one that every ledger begins with");
            }
        }

        var found = await reader.FindLocationsAsync([.. codes.Select(code => code.Key)]).ConfigureAwait(false);
        Codes(findings, "location", codes, found.Select(location => (location.CodeKey, location.Number)));
        Counter(findings, "locations", (await reader.GetLedgerAsync().ConfigureAwait(false)).Locations, codes.Count);
    }

    private static async ValueTask CheckReasonsAsync(IStoreReader reader, Findings findings)
    {
        var codes = new List<(string Key, int Number)>();
        await foreach (var (reason, check) in reader.ReadReasonsAsync().ConfigureAwait(false))
        {
            Hash(findings, "reason", reason.Code, reason.ComputeCheck(), check);
            codes.Add((reason.CodeKey, reason.Number));
            Dense(findings, "reason", reason.Number, codes.Count);
        }

        var found = await reader.FindReasonsAsync([.. codes.Select(code => code.Key)]).ConfigureAwait(false);
        Codes(findings, "reason", codes, found.Select(reason => (reason.CodeKey, reason.Number)));
        Counter(findings, "reasons", (await reader.GetLedgerAsync().ConfigureAwait(false)).Reasons, codes.Count);
    }

    private static async ValueTask CheckIdentifiersAsync(IStoreReader reader, CommandCheck commands, Findings findings)
    {
        var count = 0;
        await foreach (var (identifier, check) in reader.ReadIdentifiersAsync().ConfigureAwait(false))
        {
            count++;
            Hash(findings, "identifier", $"{identifier.Kind} {identifier.Value}", identifier.ComputeCheck(), check);
        }

        var added = commands.OfKind(nameof(AddIdentifier));
        if (count != added)
        {
            findings.Add("identifier", "count", $"there are {count}, but {added} commands added one each");
        }
    }

    private static async ValueTask CheckInboxAsync(IStoreReader reader, Findings findings)
    {
        await foreach (var (row, check) in reader.ReadInboxAsync(long.MinValue).ConfigureAwait(false))
        {
            Hash(findings, "inbox", $"number {row.Number}, '{row.Key}'", row.ComputeCheck(), check);
        }
    }

    internal static void Dense(Findings findings, string table, int number, int expected)
    {
        if (number != expected)
        {
            findings.Add(table, $"number {number}",
                $"number {expected} should be here: a row is missing, doubled or renumbered");
        }
    }

    // Rows are looked up by a key that is made of the code and stored beside it.
    internal static void Codes(
        Findings findings, string table, List<(string Key, int Number)> codes,
            IEnumerable<(string Key, int Number)> found)
    {
        foreach (var (key, number) in codes.Except(found))
        {
            findings.Add(table, $"number {number}", $"is not found by its code '{key}'");
        }
    }

    internal static void Counter(Findings findings, string counter, int stored, int found)
    {
        if (stored != found)
        {
            findings.Add("ledger", counter, $"counts {stored}, but there are {found}");
        }
    }
}
