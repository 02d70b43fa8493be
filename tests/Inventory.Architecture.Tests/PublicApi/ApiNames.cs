using System.Globalization;
using System.Reflection;

namespace Inventory.Architecture.Tests.PublicApi;

/// <summary>Types, parameters and constants as they are written in C#.</summary>
internal static class ApiNames
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(char)] = "char",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type) => Of(type, null);

    public static string Of(ParameterInfo parameter) => Of(parameter.ParameterType, Nullability.Create(parameter));

    public static string Of(PropertyInfo property) => Of(property.PropertyType, Nullability.Create(property));

    public static string Of(FieldInfo field) => Of(field.FieldType, Nullability.Create(field));

    public static string Of(EventInfo @event) => Of(@event.EventHandlerType!, Nullability.Create(@event));

    public static string Parameters(IEnumerable<ParameterInfo> parameters) =>
        string.Join(", ", parameters.Select(Parameter));

    /// <summary>The type's own name with its type parameters, nested types after their outer type.</summary>
    public static string Declared(Type type)
    {
        var own = type.GetGenericArguments().Skip(OuterCount(type));
        var name = WithArguments(type.Name, own.Select(argument => argument.Name));
        return type.DeclaringType is { } outer ? $"{Declared(outer)}.{name}" : name;
    }

    public static string Constant(object? value) => value switch
    {
        null => "null",
        string text => "\"" + text.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"",
        bool flag => flag ? "true" : "false",
        char character => $"'{character}'",
        Enum => $"{Of(value.GetType())}.{value}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Constraints of the type parameters, each as a where clause.</summary>
    public static string Constraints(IEnumerable<Type> arguments) => string.Concat(arguments
        .Where(argument => argument.IsGenericParameter)
        .Select(argument => (argument.Name, Text: string.Join(", ", Constraints(argument))))
        .Where(constraint => constraint.Text.Length > 0)
        .Select(constraint => $" where {constraint.Name} : {constraint.Text}"));

    private static IEnumerable<string> Constraints(Type argument)
    {
        var attributes = argument.GenericParameterAttributes;
        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isStruct)
        {
            yield return "struct";
        }
        else if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        foreach (var constraint in argument.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)))
        {
            yield return Of(constraint);
        }

        if (!isStruct && attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            yield return "new()";
        }
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var modifier = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) => "params ",
            _ => "",
        };
        var @default = parameter.HasDefaultValue ? " = " + Default(parameter) : "";
        return $"{modifier}{Of(parameter)} {parameter.Name}{@default}";
    }

    private static string Default(ParameterInfo parameter) =>
        parameter.RawDefaultValue is null && parameter.ParameterType.IsValueType
            ? Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null"
            : Constant(parameter.RawDefaultValue);

    private static string Of(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        return Bare(type, nullability) + (CanBeMarked(type) && IsNullable(nullability) ? "?" : "");
    }

    /// <summary>Of a type parameter, reflection cannot tell T from T?.</summary>
    private static bool CanBeMarked(Type type) => !type.IsValueType && !type.IsGenericParameter;

    private static bool IsNullable(NullabilityInfo? nullability) =>
        nullability is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable };

    private static string Bare(Type type, NullabilityInfo? nullability)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            var commas = new string(',', type.GetArrayRank() - 1);
            return $"{Of(type.GetElementType()!, nullability?.ElementType)}[{commas}]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var arguments = type.GetGenericArguments();
        var known = nullability?.GenericTypeArguments ?? [];
        var names = arguments.Select((argument, i) => Of(argument, i < known.Length ? known[i] : null)).ToList();
        var outer = type.DeclaringType is { } declaring ? Declared(declaring) + "." : "";
        return outer + WithArguments(type.Name, names.Skip(OuterCount(type)));
    }

    /// <summary>How many of a nested type's arguments belong to its outer type.</summary>
    private static int OuterCount(Type type) => type.DeclaringType?.GetGenericArguments().Length ?? 0;

    private static string WithArguments(string name, IEnumerable<string> arguments)
    {
        var list = string.Join(", ", arguments);
        var bare = name.Split('`')[0];
        return list.Length == 0 ? bare : $"{bare}<{list}>";
    }
}
