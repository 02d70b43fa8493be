using System.Numerics;
using Inventory.Lots;
using Inventory.Movements;

namespace Inventory.Testing.Naive;

/// <content>Lots and serials.</content>
public sealed partial class NaiveInventory
{
    // A line with its lot on both sides; errors are added where that cannot be.
    private NaivePlan WithLot(NaivePlan line, MovementKind kind, string? lot)
    {
        switch (line.Sku.LotUse(kind))
        {
            case LotUse.Required when lot is null:
                _errors.Add(ErrorCodes.InvalidLotRequired);
                return line;
            case LotUse.Forbidden when lot is not null:
                _errors.Add(ErrorCodes.InvalidLotForbidden);
                return line;
            default:
                if (lot is null)
                {
                    return line;
                }

                break;
        }

        if (!IsCode(lot))
        {
            _errors.Add(ErrorCodes.InvalidCode);
            return line;
        }

        var code = Fold(lot);
        var isKnown = Facts(line.Sku).Any(fact => fact.From.Lot == code || fact.To.Lot == code);
        if (!isKnown && line.From.Place.IsOwn)
        {
            _errors.Add(ErrorCodes.LotNotFound);
            return line;
        }

        if (line.Sku.IsSerial && line.Counted is null)
        {
            CheckSerial(line, code, isKnown);
        }

        return line with { From = line.From with { Lot = code }, To = line.To with { Lot = code } };
    }

    private void CheckSerial(NaivePlan line, string code, bool isKnown)
    {
        if (line.Sku.Amount(line.Quantity) != 1)
        {
            _errors.Add(ErrorCodes.SerialState);
        }
        else if (isKnown && line.From.Place.IsOwn && LotOnHand(line.Sku, code) == 0
            && line.Effective >= LatestOf(line.Sku))
        {
            // What a late fact finds at its instant is a question of sufficiency.
            _errors.Add(ErrorCodes.SerialState);
        }
    }

    // A line for each serial that a line names by range, with its share of the cost.
    private List<NaivePlan> WithSerials(PostMovement movement, List<NaivePlan> plan)
    {
        var all = new List<NaivePlan>();
        foreach (var line in plan)
        {
            if (movement.Lines[line.Line] is not { Serials: { } ranges } asked)
            {
                all.Add(line);
                continue;
            }

            var serials = ranges.SelectMany(range => range.EnumerateSerials()).ToList();
            if (!line.Sku.IsSerial || asked.Lot is not null || ranges.Any(range => range.CountSerials() == 0)
                || serials.Count == 0 || line.Sku.Amount(line.Quantity) != serials.Count)
            {
                _errors.Add(ErrorCodes.InvalidSerialRange);
                continue;
            }

            for (var i = 0; i < serials.Count; i++)
            {
                all.Add(line with
                {
                    Serial = serials[i],
                    Quantity = line.Quantity / serials.Count,
                    Cost = line.Cost is { } cost
                        ? NaiveBook.Share(cost, i + 1, serials.Count) - NaiveBook.Share(cost, i, serials.Count)
                        : null,
                });
            }
        }

        var named = all.Where(line => line.Serial is not null).ToList();
        if (named.DistinctBy(line => (line.Sku, Fold(line.Serial!))).Count() != named.Count)
        {
            _errors.Add(ErrorCodes.InvalidSerialRange);
        }

        return all;
    }

    // No serial comes in while it is in stock, nor twice by one command.
    private void CheckSerials(List<NaivePlan> plan)
    {
        var entering = plan.Where(line => line.Sku.IsSerial && line.To.Lot is not null && !line.From.Place.IsOwn);
        foreach (var serial in entering.GroupBy(line => (line.Sku, line.To.Lot)))
        {
            var isThere = LotOnHand(serial.Key.Sku, serial.Key.Lot!) > 0;
            if (serial.Count() > 1 || (isThere && serial.Any(line => line.Serial is null)))
            {
                _errors.Add(ErrorCodes.SerialState);
            }

            if (isThere && serial.Any(line => line.Serial is not null))
            {
                _errors.Add(ErrorCodes.InvalidSerialRange);
            }
        }
    }

    private BigInteger LotOnHand(NaiveSku sku, string lot) =>
        Sum(Facts(sku), spot => spot.Place.IsOwn && spot.Lot == lot);

    private long LatestOf(NaiveSku sku) => Facts(sku).Select(fact => fact.Effective).DefaultIfEmpty().Max();
}
