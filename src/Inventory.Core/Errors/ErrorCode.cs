namespace Inventory;

/// <summary>
/// A kind of refusal: its stable code, its place in the published order, what it means and what to do.
/// </summary>
/// <remarks>
/// All codes stand in <see cref="ErrorCodes"/>; <c>docs/reference/errors.md</c> is generated from them.
/// </remarks>
public sealed record ErrorCode
{
    internal ErrorCode(int precedence, string name, string meaning, string remedy)
    {
        Precedence = precedence;
        Name = name;
        Meaning = meaning;
        Remedy = remedy;
    }

    /// <summary>The place in the order in which errors of one answer are listed; smaller first.</summary>
    public int Precedence { get; }

    /// <summary>The stable code, <c>Family.Name</c>.</summary>
    public string Name { get; }

    /// <summary>What was found wrong.</summary>
    public string Meaning { get; }

    /// <summary>What the caller can do about it.</summary>
    public string Remedy { get; }

    /// <summary>The stable code.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
