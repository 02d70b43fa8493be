namespace Inventory;

/// <summary>An answer that is either a value or the reasons for a refusal, never both.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <remarks><c>default</c> counts as a failure without errors. Immutable.</remarks>
public readonly struct Result<T>
{
    private readonly T? _value;

    /// <summary>Creates a success.</summary>
    /// <param name="value">The value.</param>
    public Result(T value)
    {
        _value = value;
        Succeeded = true;
        Errors = [];
    }

    /// <summary>Creates a refusal; the errors are put in their published order.</summary>
    /// <param name="errors">At least one error.</param>
    /// <exception cref="ArgumentException">There is no error.</exception>
    public Result(IReadOnlyCollection<InventoryError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (errors.Count == 0)
        {
            throw new ArgumentException("A refusal needs at least one error.", nameof(errors));
        }

        Errors = [.. errors.OrderBy(error => error.Code.Precedence)];
    }

    /// <summary>Whether there is a value.</summary>
    public bool Succeeded { get; }

    /// <summary>
    /// The reasons of the refusal, by precedence, then in the order they were found; empty after a success.
    /// </summary>
    public IReadOnlyList<InventoryError> Errors => field ?? [];

    /// <summary>The value of a success.</summary>
    /// <exception cref="InvalidOperationException">This is a refusal; the message lists its errors.</exception>
    public T Value => GetValueOrThrow();

    /// <summary>The value, or an exception that lists the errors; for scripts and tests.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">This is a refusal.</exception>
    public T GetValueOrThrow() => Succeeded
        ? _value!
        : throw new InvalidOperationException("Refused: " + string.Join(" ", Errors));

    /// <summary>Continues with the value or with the errors.</summary>
    /// <typeparam name="TOut">The outcome's type.</typeparam>
    /// <param name="success">What to do with the value.</param>
    /// <param name="failure">What to do with the errors.</param>
    /// <returns>The outcome.</returns>
    public TOut Match<TOut>(Func<T, TOut> success, Func<IReadOnlyList<InventoryError>, TOut> failure)
    {
        ArgumentNullException.ThrowIfNull(success);
        ArgumentNullException.ThrowIfNull(failure);
        return Succeeded ? success(_value!) : failure(Errors);
    }

    /// <summary>The value, or the errors.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Succeeded ? $"{_value}" : string.Join(" ", Errors);
}
