using Inventory.Commands;
using Inventory.Storage;

namespace Inventory.Verification;

/// <summary>Checks rows that no fold can restore by the hashes stored beside them, and that none is missing.</summary>
internal static class MasterDataCheck
{
    public static async ValueTask RunAsync(IStoreReader reader, Findings findings)
    {
        var (ledger, books) = await reader.GetSettingsAsync().ConfigureAwait(false);
        Hash(findings, "ledger", ledger.Row.Name, ledger.Row.ComputeCheck(), ledger.Check);
        foreach (var (book, index) in books.Select((book, index) => (book, index)))
        {
            Hash(findings, "book", book.Row.Name, book.Row.ComputeCheck(), book.Check);
            Dense(findings, "book", book.Row.Number, index + 1);
        }

        var number = 0;
        await foreach (var sku in reader.ReadSkusAsync(0).ConfigureAwait(false))
        {
            Hash(findings, "sku", sku.Row.Sku.Code, sku.Row.Sku.ComputeCheck(), sku.Check);
            Dense(findings, "sku", sku.Row.Sku.Number, ++number);
        }

        Counter(findings, "skus", ledger.Row.Skus, number);
        number = 0;
        var wellKnown = Locations.WellKnownLocations.All;
        await foreach (var location in reader.ReadLocationsAsync().ConfigureAwait(false))
        {
            Hash(findings, "location", location.Row.Code, location.Row.ComputeCheck(), location.Check);
            Dense(findings, "location", location.Row.Number, ++number);
            if (number <= wellKnown.Count && location.Row != wellKnown[number - 1])
            {
                findings.Add("location", location.Row.Code, "differs from the one that every ledger begins with");
            }
        }

        Counter(findings, "locations", ledger.Row.Locations, number);
        number = 0;
        await foreach (var reason in reader.ReadReasonsAsync().ConfigureAwait(false))
        {
            Hash(findings, "reason", reason.Row.Code, reason.Row.ComputeCheck(), reason.Check);
            Dense(findings, "reason", reason.Row.Number, ++number);
        }

        Counter(findings, "reasons", ledger.Row.Reasons, number);
        await foreach (var identifier in reader.ReadIdentifiersAsync().ConfigureAwait(false))
        {
            Hash(findings, "identifier", $"{identifier.Row.Kind} {identifier.Row.Value}", identifier.Row.ComputeCheck(), identifier.Check);
        }
    }

    public static void Hash(Findings findings, string table, string row, Digest computed, Digest stored)
    {
        if (computed != stored)
        {
            findings.Add(table, row, $"its hash is {stored}, but its columns give {computed}: it was edited");
        }
    }

    private static void Dense(Findings findings, string table, int number, int expected)
    {
        if (number != expected)
        {
            findings.Add(table, $"number {number}", $"number {expected} should be here: a row is missing, doubled or renumbered");
        }
    }

    private static void Counter(Findings findings, string counter, int stored, int found)
    {
        if (stored != found)
        {
            findings.Add("ledger", counter, $"counts {stored}, but there are {found}");
        }
    }
}
