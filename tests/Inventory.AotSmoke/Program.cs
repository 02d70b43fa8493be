using Inventory;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;

// Decides a small day of trading as native code: a SKU, a site, a receipt, an issue, and one issue too many.
Stock stock = new(new LedgerState(1, "main", Currency.Eur, 6, false, 0, 0, WellKnownLocations.All.Count, 0, 0, 0),
    books: []);
CommitBatch batch = new(recorded: 1, catalogVersion: 0);
Command[] commands =
[
    new DefineSku("sku", "mug"),
    new DefineLocation("site", "SHOP", LocationKind.Site) { TimeZone = "Europe/London" },
    new PostMovement("in", MovementKind.Receipt,
        new MovementLine("mug", Quantity.Each(10)) { To = "SHOP", Cost = Cost.PerUnit(2.5m) }),
    new PostMovement("out", MovementKind.Issue, new MovementLine("mug", Quantity.Each(4)) { From = "SHOP" }),
    new PostMovement("too many", MovementKind.Issue, new MovementLine("mug", Quantity.Each(7)) { From = "SHOP" }),
];

foreach (Command command in commands)
{
    Decision decision = Decider.Decide(stock, command, new Moment(1, batch.Changes.Count));
    while (decision.Needs is { } needs)
    {
        AnswerFromAnEmptyStore(needs);
        decision = Decider.Decide(stock, command, new Moment(1, batch.Changes.Count));
    }

    if (CommandCodec.Decode(CommandCodec.Encode(command)).Value.ComputePayload() != command.ComputePayload())
    {
        Console.WriteLine($"{command.Key}: is another command when it is read back");
        return 1;
    }

    if (decision.Posted is { } change)
    {
        stock.Apply(change, batch);
    }

    Console.WriteLine($"{command.Key}: {(decision.Posted is null ? string.Join(" ", decision.Refused!) : "posted")}");
}

return batch.Entries.Count == 2 && batch.Changes.Count == 4 ? 0 : 1;

void AnswerFromAnEmptyStore(Needs needs)
{
    foreach (string code in needs.SkuCodes)
    {
        stock.Put(code, sku: null, head: null);
    }

    foreach (string code in needs.LocationCodes)
    {
        stock.Put(code, location: null);
    }

    foreach ((int sku, PositionKey key) in needs.Positions)
    {
        stock.FindSku(sku)!.Put(new Position(sku, key, default), HoldsDue.None);
    }

    foreach ((int sku, Spot spot) in needs.Balances)
    {
        stock.FindSku(sku)!.Put(new Balance(sku, spot, 0, 0));
    }
}
