using System.Reflection;
using Inventory.Commands;
using NodaTime;

namespace Inventory.Core.Tests.Support;

/// <summary>
/// Makes commands of any kind with anything in every field, by the kind's own shape, so that a new command or field is
/// covered at once.
/// </summary>
internal sealed class ArbitraryCommands(int seed)
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly string[] Texts =
        ["", "A", "Mug, \"large\"", "Grüße", "茶", "🫖", "a\nb", "\\u0041", "{}", "null", "'; DROP TABLE x; --"];

    private static readonly decimal[] Amounts =
        [0, 1, 2.50m, 0.0000000000000000000000000001m, 79_228_162_514_264_337_593_543_950_335m, 1_000.000m, 0.1m];

    private readonly Random _random = new(seed);

    public Command Make(Type kind) => (Command)Record(kind);

    // Fields that a constructor does not take are set afterwards, or left as they are declared.
    private object Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(each => each.GetParameters().Length)!;
        var record = constructor.Invoke([.. constructor.GetParameters().Select(each => Some(each.ParameterType))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && _random.Next(3) > 0))
        {
            var isNullable = Nullability.Create(property).WriteState == NullabilityState.Nullable;
            property.SetValue(record, isNullable && _random.Next(3) == 0 ? null : Some(property.PropertyType));
        }

        return record;
    }

    private object Some(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type == typeof(string) ? Text()
            : type == typeof(bool) ? _random.Next(2) == 0
            : type == typeof(int) ? _random.Next(int.MinValue, int.MaxValue)
            : type == typeof(long) ? _random.NextInt64(long.MinValue, long.MaxValue)
            : type == typeof(decimal) ? Amount() * (_random.Next(2) == 0 ? 1 : -1)
            : type == typeof(CommandKey) ? new CommandKey(Text(), Text())
            : type == typeof(Quantity) ? _random.Next(8) == 0 ? default : new Quantity(Amount() * Sign(), Unit())
            : type == typeof(Cost) ? _random.Next(4) switch
            {
                0 => default,
                1 => Cost.Total(Amount()),
                _ => Cost.PerUnit(Amount()),
            }
            : type == typeof(Ratio) ? _random.Next(8) == 0 ? default : Ratio()
            : type == typeof(UnitOfMeasure)
                ? new UnitOfMeasure(Unit(), "d" + _random.Next(9), Ratio(), 0.001m * _random.Next(1, 5_000))
            : type == typeof(Instant)
                ? Instant.FromUnixTimeTicks(_random.NextInt64(-1_000_000_000_000, 20_000_000_000_000_000))
            : type == typeof(Duration) ? Duration.FromTicks(_random.NextInt64(1_000_000_000_000))
            : type == typeof(LocalDate)
                ? new LocalDate(_random.Next(1, 9_999), _random.Next(1, 13), _random.Next(1, 29))
            : type.IsEnum ? EnumOf(type)
            : type.IsGenericType && type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? List(type)
            : Record(type);
    }

    private object EnumOf(Type type)
    {
        var values = Enum.GetValues(type);
        return _random.Next(10) == 0 ? Enum.ToObject(type, 99) : values.GetValue(_random.Next(values.Length))!;
    }

    private Array List(Type type)
    {
        var items = Array.CreateInstance(type.GetGenericArguments()[0], _random.Next(4));
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(Some(type.GetGenericArguments()[0]), i);
        }

        return items;
    }

    private string Text() => Texts[_random.Next(Texts.Length)];

    private string Unit() => "u" + _random.Next(99);

    private decimal Amount() => Amounts[_random.Next(Amounts.Length)];

    private int Sign() => _random.Next(2) == 0 ? 1 : -1;

    private Ratio Ratio() => new(_random.NextInt64(1, long.MaxValue), _random.NextInt64(1, long.MaxValue));
}
