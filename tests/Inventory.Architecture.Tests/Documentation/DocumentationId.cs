using System.Reflection;

namespace Inventory.Architecture.Tests.Documentation;

/// <summary>The names that the compiler's XML documentation file gives to types and members.</summary>
internal static class DocumentationId
{
    public static string Of(Type type) => "T:" + Plain(type);

    public static string Of(MemberInfo member) => member switch
    {
        MethodBase method => "M:" + Method(method),
        PropertyInfo property => "P:" + Named(property) + Parameters(property.GetIndexParameters()),
        FieldInfo field => "F:" + Named(field),
        EventInfo @event => "E:" + Named(@event),
        _ => throw new NotSupportedException($"No documentation name for {member}."),
    };

    private static string Method(MethodBase method)
    {
        var generic = method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : "";
        var conversion = method is MethodInfo { Name: "op_Implicit" or "op_Explicit" } operation
            ? "~" + Reference(operation.ReturnType)
            : "";
        return Named(method) + generic + Parameters(method.GetParameters()) + conversion;
    }

    private static string Named(MemberInfo member) =>
        $"{Plain(member.DeclaringType!)}.{member.Name.Replace('.', '#')}";

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({List(parameters.Select(parameter => parameter.ParameterType))})";

    private static string List(IEnumerable<Type> types) => string.Join(',', types.Select(Reference));

    private static string Plain(Type type) =>
        type.DeclaringType is { } outer ? $"{Plain(outer)}.{type.Name}" : $"{type.Namespace}.{type.Name}";

    private static string Reference(Type type)
    {
        if (type.IsByRef)
        {
            return Reference(type.GetElementType()!) + "@";
        }

        if (type.IsArray)
        {
            var bounds = type.GetArrayRank() == 1 ? "" : string.Join(',', Enumerable.Repeat("0:", type.GetArrayRank()));
            return $"{Reference(type.GetElementType()!)}[{bounds}]";
        }

        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }

        return type.IsGenericType ? Constructed(type) : Plain(type);
    }

    /// <summary>A generic type has its arguments in braces, those of an outer type at the outer type.</summary>
    private static string Constructed(Type type)
    {
        var arguments = type.GetGenericArguments();
        var outerCount = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var outer = type.DeclaringType switch
        {
            null => type.Namespace,
            { IsGenericType: true } declaring => Constructed(declaring.MakeGenericType(arguments[..outerCount])),
            var declaring => Plain(declaring),
        };
        var own = arguments[outerCount..];
        var name = $"{outer}.{type.Name.Split('`')[0]}";
        return own.Length == 0 ? name : $"{name}{{{List(own)}}}";
    }
}
