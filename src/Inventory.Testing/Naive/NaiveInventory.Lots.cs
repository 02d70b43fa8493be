using System.Numerics;

namespace Inventory.Testing.Naive;

/// <content>Lots and serials.</content>
public sealed partial class NaiveInventory
{
    // A line with its lot on both sides; errors are added where that cannot be.
    private NaivePlan WithLot(NaivePlan line, string? lot)
    {
        if (!line.Sku.IsTracked || lot is null)
        {
            if (line.Sku.IsTracked || lot is not null)
            {
                _errors.Add(ErrorCodes.InvalidLotRequired);
            }

            return line;
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

    // No serial comes in while it is in stock, nor twice by one command.
    private void CheckSerials(List<NaivePlan> plan)
    {
        var entering = plan.Where(line => line.Sku.IsSerial && line.To.Lot is not null && !line.From.Place.IsOwn);
        foreach (var serial in entering.GroupBy(line => (line.Sku, line.To.Lot)))
        {
            if (serial.Count() > 1 || LotOnHand(serial.Key.Sku, serial.Key.Lot!) > 0)
            {
                _errors.Add(ErrorCodes.SerialState);
            }
        }
    }

    private BigInteger LotOnHand(NaiveSku sku, string lot) =>
        Sum(Facts(sku), spot => spot.Place.IsOwn && spot.Lot == lot);

    private long LatestOf(NaiveSku sku) => Facts(sku).Select(fact => fact.Effective).DefaultIfEmpty().Max();
}
