using System.Reflection;
using System.Runtime.ExceptionServices;
using Inventory.Storage;
using Inventory.Testing.Storage.Cases;

namespace Inventory.Testing.Storage;

/// <summary>What every <see cref="IInventoryStore"/> must do, as cases that any test framework can run.</summary>
/// <remarks>
/// <para>
/// Derive from it, make an empty store in <see cref="CreateAsync"/>, and run every name in <see cref="Cases"/>.
/// With xUnit:
/// </para>
/// <code>
/// public sealed class MyStoreTests : StoreConformance
/// {
///     public static TheoryData&lt;string&gt; Names => new(Cases);
///
///     [Theory, MemberData(nameof(Names))]
///     public Task Store_KeepsTheContract(string name) => RunAsync(name);
///
/// protected override ValueTask&lt;IInventoryStore&gt; CreateAsync(CancellationToken cancellationToken) =>
/// new(new MyStore());
/// }
/// </code>
/// <para>
/// Cases are independent of one another and each gets a store of its own, so they may run at the same time.
/// </para>
/// </remarks>
public abstract class StoreConformance
{
    private static readonly Type[] Themes =
    [
        typeof(SchemaCases), typeof(LedgerCases), typeof(BookSettingCases), typeof(CatalogCases),
            typeof(IdentifierCases), typeof(ReferenceCases),
        typeof(StockCases), typeof(LotCases), typeof(DatedCases), typeof(BinCases),
        typeof(EntryCases), typeof(EntryOrderCases),
            typeof(HistoryCases),
            typeof(PromiseCases), typeof(HoldCases), typeof(LegCases), typeof(AllocationCases),
        typeof(TransactionCases), typeof(GuardCases), typeof(SufficiencyCases), typeof(DuplicateCases),
            typeof(BlockCases),
        typeof(BlockBalanceCases), typeof(DayCases), typeof(CheckpointCases), typeof(CutCases), typeof(ProjectionCases),
        typeof(StreamCases), typeof(InboxCases), typeof(HostTransactionCases),
    ];

    /// <summary>
    /// The names of all cases: a theme and what is so in it, such as <c>Entry.Read_From_IsIncluded</c>.
    /// </summary>
    public static IReadOnlyList<string> Cases { get; } =
        [.. Themes.SelectMany(theme => MethodsOf(theme).Select(NameOf))];

    /// <summary>Runs one case on a store of its own.</summary>
    /// <param name="name">One of <see cref="Cases"/>.</param>
    /// <param name="cancellationToken">Cancels the creation of the store.</param>
    /// <returns>When the store has passed.</returns>
    /// <exception cref="StoreConformanceException">The store does not keep its contract.</exception>
    /// <exception cref="ArgumentException">There is no case of this name.</exception>
    public async Task RunAsync(string name, CancellationToken cancellationToken = default)
    {
        var method = Themes.SelectMany(MethodsOf).FirstOrDefault(method => NameOf(method) == name)
            ?? throw new ArgumentException($"There is no case '{name}'.", nameof(name));
        var store = await CreateAsync(cancellationToken).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            object subject = method.DeclaringType == typeof(SchemaCases)
                ? store
                : await StoreFixture.CreateAsync(store).ConfigureAwait(false);
            await InvokeAsync(method, Activator.CreateInstance(method.DeclaringType!, subject)!).ConfigureAwait(false);
        }
    }

    /// <summary>Makes an empty store, without a schema if it has one; it is disposed after the case.</summary>
    /// <param name="cancellationToken">Cancels the creation.</param>
    /// <returns>A store that shares nothing with any other.</returns>
    protected abstract ValueTask<IInventoryStore> CreateAsync(CancellationToken cancellationToken);

    private static async Task InvokeAsync(MethodInfo method, object cases)
    {
        try
        {
            await ((Task)method.Invoke(cases, null)!).ConfigureAwait(false);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
        }
    }

    private static MethodInfo[] MethodsOf(Type theme) =>
        theme.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name[..^"Cases".Length]}.{method.Name}";
}
