using System.Globalization;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.Testing.Storage;
using NodaTime;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>
/// A few callers with commands by chance, on so few units that most of them are in each other's way, and with a call
/// that fails here and there.
/// </summary>
internal sealed class RandomScenario
{
    private const int Keys = 14;

    // Of one engine, about as many as it takes to answer a few commands.
    private const int CallsMax = 60;
    private readonly Random _random;

    private RandomScenario(int seed) => _random = new Random(seed);

    public static Scenario Of(int seed)
    {
        var random = new RandomScenario(seed);
        var engines = random._random.Next(2, 4);
        var name = $"by chance, seed {seed.ToString(CultureInfo.InvariantCulture)}";
        var callers = Enumerable.Range(0, engines + random._random.Next(2))
            .Select(caller => random.Caller(caller % engines + 1)).ToArray();
        return Scenarios.Of(name, random._random.Next(1, 4),
            [
                new DefineLocation("def-bin", "BIN", LocationKind.Bin, "WH"), Scenarios.Brief("mine", 1),
                Scenarios.Order("ours", 1),
            ], callers) with
        {
            IsWarm = random._random.Next(2) == 0,
            ClocksDiffer = random._random.Next(4) == 0,
            Ends = random._random.Next(2) == 0,
            Faults = random._random.Next(2) == 0 ? [] : [random.Fault(engines), random.Fault(engines)],
        };
    }

    private (int Engine, int Call, CallMoment Moment) Fault(int engines) => (
        _random.Next(1, engines + 1), _random.Next(1, CallsMax),
        _random.Next(2) == 0 ? CallMoment.Before : CallMoment.After);

    private Caller Caller(int engine) => new(
        engine, [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Commands())])
    {
        IsAtomic = _random.Next(4) == 0,
    };

    private List<Command> Commands() =>
        [.. Enumerable.Range(0, _random.Next(3) == 0 ? 2 : 1).Select(_ => Command()).DistinctBy(one => one.Key)];

    // So few keys that some are sent twice, with the same content or another.
    private Command Command()
    {
        var key = new CommandKey($"k{_random.Next(Keys).ToString(CultureInfo.InvariantCulture)}");
        var units = _random.Next(1, 3);
        return _random.Next(26) switch
        {
            20 or 21 => Scenarios.Allocate(key, _random.Next(2) == 0 ? "ours" : Key(), Place()),
            22 => new AllocateReservation(key, _random.Next(2) == 0 ? "ours" : Key())
            {
                Shortage = _random.Next(2) == 0 ? Shortage.TakeAvailable : Shortage.Refuse,
            },
            23 => new DeallocateReservation(key, _random.Next(2) == 0 ? "ours" : Key()),
            24 => new ReallocateReservation(key, _random.Next(2) == 0 ? "ours" : Key(), Key(), "NUT"),
            25 => Moved(key),
            < 4 => Scenarios.Reserve(key, units),
            12 => Scenarios.Reserve(key, 1, 1),
            13 => Scenarios.Some(key, units),
            14 or 15 => Scenarios.Order(key, units) with { Priority = _random.Next(2) },
            16 => Scenarios.Ship(key, _random.Next(2) == 0 ? "mine" : Key(), units),
            17 => new ConvertReservation(key, _random.Next(2) == 0 ? "mine" : Key()),
            18 => new ExtendReservation(key, _random.Next(2) == 0 ? "mine" : Key())
            {
                TimeToLive = Duration.FromMinutes(20),
            },
            19 => Scenarios.Reserve(key, units) with { Holder = _random.Next(2) == 0 ? "ann" : "bob" },
            4 or 5 => Scenarios.Release(key, _random.Next(2) == 0 ? "mine" : Key()),
            6 => Scenarios.Issue(key, units),
            7 => Scenarios.Issue(key, 1, 1),
            8 => Scenarios.Receipt(key),
            9 => Scenarios.Transfer(key, units),
            10 => Scenarios.Issue(key, units) with { Effective = Scenarios.Past(_random.Next(1, 7)) },
            _ => new ReverseMovement(key, _random.Next(2) == 0 ? "stock" : Key()),
        };
    }

    private string Place() => _random.Next(2) == 0 ? "WH" : "BIN";

    // Half of them pick for an order.
    private PostMovement Moved(CommandKey key)
    {
        var moved = _random.Next(3) == 0 ? Scenarios.Moved(key, "BIN", "WH") : Scenarios.Moved(key, "WH", "BIN");
        return _random.Next(2) == 0 ? moved
            : moved with { Lines = [moved.Lines[0] with { Reservation = _random.Next(2) == 0 ? "ours" : Key() }] };
    }

    private string Key() => $"k{_random.Next(Keys).ToString(CultureInfo.InvariantCulture)}";
}
