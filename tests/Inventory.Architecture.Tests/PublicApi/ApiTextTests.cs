using Inventory.Architecture.Tests.PublicApi.Samples;

namespace Inventory.Architecture.Tests.PublicApi;

/// <summary>The printer of public surfaces, against types of every shape.</summary>
public sealed class ApiTextTests
{
    private const string Namespace = "Inventory.Architecture.Tests.PublicApi.Samples";

    private const string Expected = """
        readonly record struct N.Amount : IComparable<Amount>
            Amount(long steps, string? unit = null)
            int CompareTo(Amount other)
            long Steps { get; }
            static Amount operator +(Amount left, Amount right)
            static implicit operator Amount(long steps)
            string? Unit { get; }

        sealed record N.Arrival : Fact
            Arrival(string Key, Dictionary<string, List<Amount>?> ByPlace)
            Dictionary<string, List<Amount>?> ByPlace { get; init; }

        enum N.Colour : byte
            Green = 2
            Red = 1

        static class N.Extensions
            static bool IsZero(this Amount amount)

        abstract record N.Fact
            protected Fact(string Key)
            protected abstract int Weight { get; }
            required IReadOnlyList<string?> Lines { get; init; }
            string Key { get; init; }

        delegate bool N.Filter<T>(T item) where T : class

        interface N.IShape<TSelf> where TSelf : IShape<TSelf>
            int Corners { get; }
            static abstract TSelf Unit { get; }
            virtual bool Fits(TSelf other)

        class N.Open
            IReadOnlyList<(int, Amount?)> Pairs()
            bool TryFind(in Amount amount, out string? found, params int[] places)
            const string Name = "open"
            event EventHandler? Changed
            protected Open()
            protected virtual Task<T?> FindAsync<T>(int? limit = 5, CancellationToken token = default) where T : struct
            static readonly Amount None

        sealed class N.Open.Inner<T>
            IReadOnlyDictionary<T, Open.Inner<T>[]>? Map { get; }
            T this[int index] { get; }

        """;

    [Fact]
    public void EveryShapeOfType_IsPrinted()
    {
        var types = ApiVisibility.Types(typeof(Amount).Assembly).Where(type => type.Namespace == Namespace);

        var text = ApiText.Of(types).Replace(Namespace, "N", StringComparison.Ordinal);
        Assert.Equal(Expected.ReplaceLineEndings("\n"), text);
    }
}
