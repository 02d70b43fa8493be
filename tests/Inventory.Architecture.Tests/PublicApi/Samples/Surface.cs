// Types of every shape: ApiTextTests says what is printed of them.
namespace Inventory.Architecture.Tests.PublicApi.Samples;

public enum Colour : byte
{
    Red = 1,
    Green = 2,
}

public delegate bool Filter<in T>(T? item)
    where T : class;

public interface IShape<TSelf>
    where TSelf : IShape<TSelf>
{
    static abstract TSelf Unit { get; }

    int Corners { get; }

    bool Fits(TSelf? other) => other is not null;
}

public readonly record struct Amount : IComparable<Amount>
{
    public Amount(long steps, string? unit = null)
    {
        Steps = steps;
        Unit = unit;
    }

    public long Steps { get; }

    public string? Unit { get; }

    public static Amount operator +(Amount left, Amount right) => new(left.Steps + right.Steps);

    public static implicit operator Amount(long steps) => new(steps);

    public int CompareTo(Amount other) => Steps.CompareTo(other.Steps);
}

public abstract record Fact(string Key)
{
    public required IReadOnlyList<string?> Lines { get; init; }

    protected abstract int Weight { get; }
}

public sealed record Arrival(string Key, Dictionary<string, List<Amount>?> ByPlace) : Fact(Key)
{
    protected override int Weight => 1;
}

public class Open
{
    public const string Name = "open";

    public static readonly Amount None;

    internal Open(int hidden) => Hidden = hidden;

    protected Open()
    {
    }

    public event EventHandler? Changed;

    internal int Hidden { get; }

    protected internal virtual async Task<T?> FindAsync<T>(int? limit = 5, CancellationToken token = default)
        where T : struct
    {
        Changed?.Invoke(this, EventArgs.Empty);
        await Task.Yield();
        return default;
    }

    public IReadOnlyList<(int Place, Amount? Found)> Pairs() => [];

    public bool TryFind(in Amount amount, out string? found, params int[] places)
    {
        found = null;
        return places.Length > amount.Steps;
    }

    private protected void Closed() => Hidden.ToString();

    public sealed class Inner<T>
    {
        private Inner()
        {
        }

        public T? this[int index] => default;

        public IReadOnlyDictionary<T, Inner<T>[]>? Map { get; private set; }
    }
}

public static class Extensions
{
    public static bool IsZero(this Amount amount) => amount.Steps == 0;
}

internal sealed class Unseen;
