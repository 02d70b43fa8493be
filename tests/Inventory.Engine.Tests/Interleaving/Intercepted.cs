using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>An object of which some calls are answered by others.</summary>
internal class Intercepted<T> : DispatchProxy
    where T : class
{
    private T _inner = null!;
    private Func<Called, Func<object?>, object?> _answer = null!;

    /// <summary>Wraps an object.</summary>
    /// <param name="inner">The object.</param>
    /// <param name="answer">Answers a call, or passes it on.</param>
    public static T Around(T inner, Func<Called, Func<object?>, object?> answer)
    {
        var around = Create<T, Intercepted<T>>();
        var made = (Intercepted<T>)(object)around;
        (made._inner, made._answer) = (inner, answer);
        return around;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _answer(new Called(targetMethod!, args), () =>
        {
            try
            {
                return targetMethod!.Invoke(_inner, args);
            }
            catch (TargetInvocationException failure) when (failure.InnerException is { } cause)
            {
                ExceptionDispatchInfo.Throw(cause);
                throw;
            }
        });
}

/// <summary>A call of a member.</summary>
internal readonly record struct Called(MethodInfo Method, object?[]? Arguments)
{
    public TArgument First<TArgument>() => (TArgument)Arguments![0]!;

    public TArgument Second<TArgument>() => (TArgument)Arguments![1]!;
}
