using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Inventory.Architecture.Tests.PublicApi;

/// <summary>The public surface of an assembly as sorted text that reads like C#, a member a line.</summary>
internal static class ApiText
{
    public static string Of(Assembly assembly) => Of(ApiVisibility.Types(assembly));

    public static string Of(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        var sorted = types
            .OrderBy(type => type.Namespace, StringComparer.Ordinal)
            .ThenBy(ApiNames.Declared, StringComparer.Ordinal);
        foreach (var type in sorted)
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(Header(type)).Append('\n');
            foreach (var member in ApiVisibility.Members(type).Select(Member).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        var bases = Bases(type).ToList();
        return Marks(type)
            + Kind(type)
            + $" {type.Namespace}.{ApiNames.Declared(type)}"
            + (ApiVisibility.IsDelegate(type) ? $"({ApiNames.Parameters(Invocation(type).GetParameters())})" : "")
            + (bases.Count == 0 ? "" : " : " + string.Join(", ", bases))
            + ApiNames.Constraints(type.GetGenericArguments());
    }

    private static MethodInfo Invocation(Type type) => type.GetMethod("Invoke")!;

    private static string Kind(Type type)
    {
        if (type.IsEnum)
        {
            return "enum";
        }

        if (ApiVisibility.IsDelegate(type))
        {
            return "delegate " + ApiNames.Of(Invocation(type).ReturnParameter);
        }

        if (type.IsInterface)
        {
            return "interface";
        }

        var record = ApiVisibility.IsRecord(type) ? "record " : "";
        if (type.IsValueType)
        {
            var @readonly = type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "readonly " : "";
            return $"{@readonly}{(type.IsByRefLike ? "ref " : "")}{record}struct";
        }

        var modifier = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => "",
        };
        return modifier + (record.Length > 0 ? "record" : "class");
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
        {
            return [ApiNames.Of(Enum.GetUnderlyingType(type))];
        }

        if (ApiVisibility.IsDelegate(type))
        {
            return [];
        }

        var implied = type.GetInterfaces().SelectMany(@interface => @interface.GetInterfaces())
            .Concat(type.BaseType?.GetInterfaces() ?? [])
            .ToHashSet();
        var interfaces = type.GetInterfaces()
            .Where(@interface => @interface.IsPublic && !implied.Contains(@interface))
            .Where(@interface => !(ApiVisibility.IsRecord(type) && @interface.Name == "IEquatable`1"))
            .Select(ApiNames.Of)
            .Order(StringComparer.Ordinal);
        var hasBase = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType);
        return hasBase ? interfaces.Prepend(ApiNames.Of(type.BaseType!)) : interfaces;
    }

    private static string Member(MemberInfo member) => Marks(member) + member switch
    {
        ConstructorInfo made => $"{Access(made)}{Plain(made)}({ApiNames.Parameters(made.GetParameters())})",
        MethodInfo method => Modifiers(method) + (ApiOperators.Of(method) ?? Method(method)),
        PropertyInfo property => Property(property),
        FieldInfo field => Field(field),
        EventInfo @event => Modifiers(@event.AddMethod!) + $"event {ApiNames.Of(@event)} {@event.Name}",
        _ => throw new NotSupportedException($"No text for {member}."),
    };

    private static string Method(MethodInfo method)
    {
        var generic = method.GetGenericArguments();
        var arguments = generic.Length == 0 ? "" : $"<{string.Join(", ", generic.Select(argument => argument.Name))}>";
        var extension = method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this " : "";
        return $"{ApiNames.Of(method.ReturnParameter)} {method.Name}{arguments}"
            + $"({extension}{ApiNames.Parameters(method.GetParameters())}){ApiNames.Constraints(generic)}";
    }

    private static string Property(PropertyInfo property)
    {
        var visible = property.GetAccessors(nonPublic: true).Where(ApiVisibility.IsVisible).ToList();
        var required = property.IsDefined(typeof(RequiredMemberAttribute), inherit: false) ? "required " : "";
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{ApiNames.Parameters(index)}]";
        var accessors = string.Concat(visible.Select(Accessor));
        return $"{Modifiers(visible[0])}{required}{ApiNames.Of(property)} {name} {{ {accessors}}}";
    }

    private static string Accessor(MethodInfo accessor)
    {
        if (accessor.ReturnType != typeof(void))
        {
            return "get; ";
        }

        var isInit = accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        return isInit ? "init; " : "set; ";
    }

    private static string Field(FieldInfo field)
    {
        var access = field.IsPublic ? "" : "protected ";
        if (field.IsLiteral)
        {
            var value = ApiNames.Constant(field.GetRawConstantValue());
            var named = $"{field.Name} = {value}";
            return field.DeclaringType!.IsEnum ? named : $"{access}const {ApiNames.Of(field)} {named}";
        }

        var modifiers = (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"{access}{modifiers}{ApiNames.Of(field)} {field.Name}";
    }

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface && !method.IsStatic)
        {
            return method.IsAbstract ? "" : "virtual ";
        }

        var isOverride = method.GetBaseDefinition() != method;
        return Access(method) + method switch
        {
            { IsStatic: true, IsAbstract: true } => "static abstract ",
            { IsStatic: true } => "static ",
            { IsAbstract: true } => isOverride ? "abstract override " : "abstract ",
            _ when isOverride => "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
    }

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Plain(ConstructorInfo made) => made.DeclaringType!.Name.Split('`')[0];

    private static string Marks(MemberInfo member)
    {
        var experimental = member.GetCustomAttribute<ExperimentalAttribute>();
        var mark = experimental is null ? "" : $"[Experimental({experimental.DiagnosticId})] ";
        return IsObsolete(member) ? mark + "[Obsolete] " : mark;
    }

    /// <summary>Marked by us: the compiler marks constructors where members are required, for old compilers.</summary>
    private static bool IsObsolete(MemberInfo member) =>
        member.IsDefined(typeof(ObsoleteAttribute))
        && !member.IsDefined(typeof(CompilerFeatureRequiredAttribute));
}
