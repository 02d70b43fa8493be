using System.Reflection;

namespace Inventory.Architecture.Tests.PublicApi;

/// <summary>Operators under the sign they are written with.</summary>
internal static class ApiOperators
{
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
        ["op_Modulus"] = "%",
        ["op_UnaryPlus"] = "+",
        ["op_UnaryNegation"] = "-",
        ["op_LogicalNot"] = "!",
        ["op_OnesComplement"] = "~",
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<",
        ["op_GreaterThan"] = ">",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThanOrEqual"] = ">=",
        ["op_BitwiseAnd"] = "&",
        ["op_BitwiseOr"] = "|",
        ["op_ExclusiveOr"] = "^",
        ["op_True"] = "true",
        ["op_False"] = "false",
    };

    /// <summary>The text of an operator, or null for any other method.</summary>
    public static string? Of(MethodInfo method)
    {
        var parameters = ApiNames.Parameters(method.GetParameters());
        var result = ApiNames.Of(method.ReturnParameter);
        return method.Name switch
        {
            _ when !method.IsSpecialName => null,
            "op_Implicit" => $"implicit operator {result}({parameters})",
            "op_Explicit" => $"explicit operator {result}({parameters})",
            _ => $"{result} operator {Signs.GetValueOrDefault(method.Name, method.Name)}({parameters})",
        };
    }
}
