using System.Reflection;
using Inventory.Sqlite.Tables;
using Inventory.Sqlite.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Inventory.Sqlite.Tests.Tables;

/// <summary>What makes cost flat: no statement of the store reads a whole table or sorts.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private static readonly string[] MaySort =
    [
        // Within a place only: the lots of its statuses are merged.
        "BalanceTable.OfSku",
        // The days asked for, pool by pool, and no others.
        "DayTable.Between",
        // Takes past the queue are as rare as the reversals of receipts.
        "LayerTakeTable.FromLayerBefore",
    ];

    private static readonly string[] MayScan =
    [
        // There are as many ledgers as tenants at most, and a new one is rare.
        "LedgerTable.NextNumber",
        "LedgerTable.All",
    ];

    private readonly StoreFile _file = new();

    private static readonly string[] Verbs = ["SELECT", "WITH", "UPDATE", "DELETE"];

    public static TheoryData<string> Statements =>
        [.. Texts().Where(text => Verbs.Any(verb => text.Sql.StartsWith(verb, StringComparison.Ordinal)))
            .Select(text => text.Name)];

    public void Dispose() => _file.Dispose();

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Statement_SearchesByKeyInOrder(string name)
    {
        await using var store = await _file.OpenAsync();
        var plan = Plan(Texts().Single(text => text.Name == name).Sql);

        var scans = plan.Where(step => step.StartsWith("SCAN inventory", StringComparison.Ordinal)).ToList();
        var sorts = plan.Where(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal)).ToList();
        Assert.True(MayScan.Contains(name) || scans.Count == 0, string.Join('\n', plan));
        Assert.True(MaySort.Contains(name) || sorts.Count == 0, string.Join('\n', plan));
    }

    [Fact]
    public async Task WhatACustomerHasHad_IsSearchedByTheCustomer()
    {
        await using var store = await _file.OpenAsync();
        foreach (var sql in new[] { ReservationTable.TakenAndHeld, ReservationTable.TakenForGood })
        {
            Assert.Contains("(ledger=? AND holder=?", Assert.Single(Plan(sql)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task RangesInTime_AreSearchedByBothOfTheirColumns()
    {
        await using var store = await _file.OpenAsync();
        string[] ranges =
            [BlockTable.LastUpTo, BlockTable.FirstAfter, BlockBalanceTable.LastUpTo, CheckpointTable.LastUpTo];
        foreach (var sql in ranges)
        {
            Assert.Contains("(start_effective,start_sequence)", Assert.Single(Plan(sql)), StringComparison.Ordinal);
        }

        Assert.Contains(
            "(effective,sequence)>(?,?) AND (effective,sequence)<(?,?)",
            Assert.Single(Plan(EntryTable.Between)), StringComparison.Ordinal);
        Assert.Contains("inventory_entry_late", Assert.Single(Plan(EntryTable.LateAfter)), StringComparison.Ordinal);
        Assert.Contains(Plan(EntryTable.OfLot),
            step => step.Contains("inventory_entry_to_lot", StringComparison.Ordinal));
        Assert.Contains(Plan(EntryTable.OfLot),
            step => step.Contains("inventory_entry_from_lot", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Name, string Sql)> Texts() =>
        from type in typeof(EntryTable).Assembly.GetTypes()
        where type.Namespace == typeof(EntryTable).Namespace
        from constant in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where constant.IsLiteral && constant.FieldType == typeof(string)
        select ($"{type.Name}.{constant.Name}", (string)constant.GetRawConstantValue()!);

    private List<string> Plan(string sql)
    {
        using var connection = _file.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        for (var i = 1; sql.Contains($"?{i}", StringComparison.Ordinal); i++)
        {
            command.Parameters.Add(new SqliteParameter($"?{i}", 1L));
        }

        if (sql.Contains("@ledger", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("@ledger", 1L);
        }

        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }
}
