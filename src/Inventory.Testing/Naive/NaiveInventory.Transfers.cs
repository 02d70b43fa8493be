using System.Numerics;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Testing.Naive;

/// <content>Transfers of two steps.</content>
public sealed partial class NaiveInventory
{
    private readonly Dictionary<CommandKey, NaivePlace> _destinations = [];

    /// <summary>What is on its way, by transfer and line.</summary>
    /// <returns>The amounts in the SKUs' base units, none of them zero.</returns>
    public IReadOnlyList<(CommandKey Transfer, int Line, decimal Amount)> InTransit() =>
    [
        .. _facts.Where(fact => fact.Kind == MovementKind.Dispatch)
            .Select(fact => (fact.Command, fact.Line, fact.Sku.Amount(fact.Quantity - ReversedOf(fact))))
            .Where(line => line.Item3 > 0)
            .OrderBy(line => line.Command.ToString(), StringComparer.Ordinal).ThenBy(line => line.Line),
    ];

    private void Dispatch(DispatchTransfer dispatch)
    {
        var to = FindPlace(dispatch.To);
        var via = FindPlace(dispatch.Via);
        if (to is { Pool: null } or { Kind: LocationKind.Transit } || via is { Kind: not LocationKind.Transit })
        {
            _errors.Add(ErrorCodes.InvalidLocation);
        }

        if (dispatch.Lines.Any(line => line.To is not null))
        {
            _errors.Add(ErrorCodes.InvalidMovement);
        }

        if (to is null || via is not { Kind: LocationKind.Transit })
        {
            return;
        }

        var lines = dispatch.Lines.Select(line => line with { To = dispatch.Via, ToStatus = line.FromStatus });
        Post(new PostMovement(dispatch.Key, MovementKind.Dispatch, [.. lines]) { Effective = dispatch.Effective });
        if (_errors.Count == 0)
        {
            _destinations[dispatch.Key] = to;
        }
    }

    private void Receive(ReceiveTransfer receive)
    {
        var effective = Time(receive.Effective, _now);
        if (receive.Lines.Count is 0 or > PostMovement.LinesMax)
        {
            _errors.Add(ErrorCodes.InvalidMovement);
        }

        if (receive.Tolerance is < 0 or > 1)
        {
            _errors.Add(ErrorCodes.InvalidField);
        }

        if (!_destinations.TryGetValue(receive.Transfer, out var destination))
        {
            _errors.Add(ErrorCodes.CommandNotFound);
            return;
        }

        var left = _facts
            .Where(fact => fact.Command == receive.Transfer && fact.Kind == MovementKind.Dispatch)
            .ToDictionary(fact => fact.Line, fact => (Fact: fact, Left: fact.Quantity - ReversedOf(fact)));
        var plan = new List<NaivePlan>();
        for (var i = 0; i < receive.Lines.Count; i++)
        {
            if (!left.TryGetValue(receive.Lines[i].Line, out var dispatched))
            {
                _errors.Add(ErrorCodes.CommandNotFound);
                continue;
            }

            var arrived = Arrive(receive, i, dispatched.Fact, destination, effective, dispatched.Left).ToList();
            var ended = Sum(arrived.Where(line => line.Reverses is not null).Select(line => line.Quantity));
            left[receive.Lines[i].Line] = dispatched with { Left = dispatched.Left - ended };
            plan.AddRange(arrived);
        }

        var crossing = plan.Where(line => line.Kind != MovementKind.Arrival).ToList();
        CheckReason(Reason(receive.Reason, isNeeded: crossing.Count > 0), crossing);
        CheckFrozen(plan);
        CheckLotCosts(plan);
        CheckAndPost(receive, MovementKind.Arrival, plan, CountedPolicy.Refuse);
    }

    private IEnumerable<NaivePlan> Arrive(
        ReceiveTransfer receive, int index, NaiveFact dispatched, NaivePlace destination, long effective,
        BigInteger left)
    {
        var (line, sku) = (receive.Lines[index], dispatched.Sku);
        if (!Allows(sku.Lifecycle, MovementKind.Arrival))
        {
            _errors.Add(ErrorCodes.Lifecycle);
        }

        if (effective < dispatched.Effective)
        {
            _errors.Add(ErrorCodes.InvalidTime);
        }

        var place = line.To is null ? destination : FindPlace(line.To);
        if (place is not null && (!place.HoldsStock || place.Pool != destination.Pool))
        {
            _errors.Add(ErrorCodes.InvalidLocation);
            place = null;
        }

        var received = line.Received is { } some ? Positive(sku, some, Rounding.Reject) : 0;
        var lost = line.Lost is { } none ? Positive(sku, none, Rounding.Reject) : 0;
        if (line.Received is null && line.Lost is null)
        {
            _errors.Add(ErrorCodes.InvalidQuantity);
        }

        // More than was dispatched may come with the last of a line, and not while something of it is lost.
        var isAllowed = left > 0 && line.Lost is null && !sku.IsSerial && receive.Tolerance is >= 0 and <= 1;
        var surplus = received + lost - left;
        if (surplus > (isAllowed ? (BigInteger)((decimal)dispatched.Quantity * receive.Tolerance) : 0))
        {
            _errors.Add(ErrorCodes.OverReceipt);
            place = null;
        }

        return place is null ? [] : Lines();

        IEnumerable<NaivePlan> Lines()
        {
            var lying = Lying(dispatched, received + lost - BigInteger.Max(0, surplus));
            var there = lying with { Place = place };
            var outside = lying with { Place = Place("LOSS"), Status = StockStatus.Available };
            var ending = new NaivePlan(sku, 0, lying, there, effective, index) { Reverses = dispatched };
            return new[]
            {
                ending with { Quantity = received - BigInteger.Max(0, surplus), Kind = MovementKind.Arrival },
                ending with { Quantity = lost, To = outside, Kind = MovementKind.Scrap },
                ending with { Quantity = surplus, From = outside, Reverses = null, Kind = MovementKind.Adjustment },
            }.Where(each => each.Quantity > 0);
        }
    }
}
