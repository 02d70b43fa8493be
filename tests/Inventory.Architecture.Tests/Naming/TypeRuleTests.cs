using System.CodeDom.Compiler;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Inventory.Architecture.Tests.PublicApi;

namespace Inventory.Architecture.Tests.Naming;

/// <summary>Rules over every type of every package.</summary>
public sealed class TypeRuleTests
{
    private const BindingFlags Statics =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Utils", "Utility", "Service"];

    private static readonly HashSet<Type> MutableCollections =
    [
        typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(Queue<>),
        typeof(ConcurrentDictionary<,>), typeof(ConcurrentQueue<>),
    ];

    /// <summary>A unit of work is opened with the token that holds for all it does.</summary>
    private static readonly string[] OpenedWithAToken =
        ["IHistoryReader", "IHistoryWriter", "IStoreReader", "IStoreWriter"];

    public static TheoryData<string> Packages => Repository.PackageData;

    [Theory]
    [MemberData(nameof(Packages))]
    public void PublicNames_AreTradeWords(string package) => Violations.None(
        "Names that say nothing:",
        ApiVisibility.Types(Repository.AssemblyOf(package))
            .Where(type => EmptyWords.Any(word => type.Name.Split('`')[0].EndsWith(word, StringComparison.Ordinal)))
            .Select(type => type.FullName!));

    [Theory]
    [MemberData(nameof(Packages))]
    public void NothingStatic_IsMutable(string package) => Violations.None(
        "Mutable statics:",
        from type in Repository.AssemblyOf(package).GetTypes()
        where !IsGenerated(type)
        from field in type.GetFields(Statics)
        where !field.IsLiteral && !IsGenerated(field) && (!field.IsInitOnly || IsMutableCollection(field.FieldType))
        select $"{type.FullName}.{field.Name}");

    [Theory]
    [MemberData(nameof(Packages))]
    public void AwaitableMethods_AreNamedAsync(string package) => Violations.None(
        "Awaitable methods without the suffix Async:",
        PublicMethods(package)
            .Where(method => IsAwaitable(method.ReturnType) && !method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(Name));

    [Theory]
    [MemberData(nameof(Packages))]
    public void AsyncMethods_TakeATokenLast(string package) => Violations.None(
        "Async methods without a CancellationToken as the last parameter:",
        PublicMethods(package)
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Where(method => method.Name != nameof(IAsyncDisposable.DisposeAsync))
            .Where(method => !OpenedWithAToken.Contains(method.DeclaringType!.Name, StringComparer.Ordinal))
            .Where(method => method.GetParameters() is not [.., { ParameterType.Name: nameof(CancellationToken) }])
            .Select(Name));

    private static IEnumerable<MethodInfo> PublicMethods(string package) =>
        ApiVisibility.Types(Repository.AssemblyOf(package)).SelectMany(ApiVisibility.Members).OfType<MethodInfo>();

    private static bool IsAwaitable(Type type) =>
        type.GetMethod(nameof(Task.GetAwaiter)) is not null
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));

    private static bool IsMutableCollection(Type type) =>
        type.IsGenericType && MutableCollections.Contains(type.GetGenericTypeDefinition());

    private static bool IsGenerated(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal)
        || member.IsDefined(typeof(CompilerGeneratedAttribute))
        || member.IsDefined(typeof(GeneratedCodeAttribute))
        || (member.DeclaringType is { } outer && IsGenerated(outer));

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
