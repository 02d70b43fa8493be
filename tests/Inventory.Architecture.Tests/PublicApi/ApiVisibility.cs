using System.Reflection;
using System.Runtime.CompilerServices;

namespace Inventory.Architecture.Tests.PublicApi;

/// <summary>Which types and members a user of a package can see and was meant to see.</summary>
internal static class ApiVisibility
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> Types(Assembly assembly) => assembly.GetTypes().Where(IsVisible);

    /// <summary>Declared members a user can call or override, without what the compiler writes by itself.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) => IsDelegate(type)
        ? []
        : type.GetMembers(Declared)
            .Where(member => member is not Type && IsVisible(member) && !IsWrittenByCompiler(member));

    public static bool IsDelegate(Type type) => typeof(Delegate).IsAssignableFrom(type);

    public static bool IsVisible(MethodBase? method) =>
        method is { IsPublic: true } || (IsProtected(method) && IsOpen(method!.DeclaringType!));

    public static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$", Declared) is not null
        || (type.GetMethod("PrintMembers", Declared) is { } print && IsGenerated(print));

    private static bool IsVisible(Type type) =>
        type.IsPublic
        || (type.IsNested && IsVisible(type.DeclaringType!) && (type.IsNestedPublic || IsOpenNested(type)));

    private static bool IsOpenNested(Type type) =>
        (type.IsNestedFamily || type.IsNestedFamORAssem) && IsOpen(type.DeclaringType!);

    private static bool IsOpen(Type type) => !type.IsSealed && HasReachableConstructor(type);

    /// <summary>A class without a constructor for others has no heirs, so its protected members are its own.</summary>
    private static bool HasReachableConstructor(Type type) =>
        type.IsInterface
        || type.GetConstructors(Declared).Any(made => !made.IsStatic && (made.IsPublic || IsProtected(made)));

    private static bool IsProtected(MethodBase? method) => method is { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodInfo { IsSpecialName: true } special =>
            IsVisible(special) && special.Name.StartsWith("op_", StringComparison.Ordinal),
        MethodBase method => IsVisible(method),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        EventInfo @event => IsVisible(@event.AddMethod),
        FieldInfo { IsSpecialName: true } => false,
        FieldInfo field => field.IsPublic || (IsProtected(field) && IsOpen(field.DeclaringType!)),
        _ => false,
    };

    private static bool IsProtected(FieldInfo field) => field.IsFamily || field.IsFamilyOrAssembly;

    private static bool IsWrittenByCompiler(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal)
        || IsGenerated(member)
        || (member is PropertyInfo { Name: "EqualityContract" } && IsRecord(member.DeclaringType!))
        || (member is ConstructorInfo constructor && IsCopyConstructor(constructor));

    private static bool IsCopyConstructor(ConstructorInfo constructor) =>
        IsRecord(constructor.DeclaringType!)
        && constructor.GetParameters() is [var only]
        && only.ParameterType == constructor.DeclaringType
        && !constructor.DeclaringType!.IsValueType;

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
