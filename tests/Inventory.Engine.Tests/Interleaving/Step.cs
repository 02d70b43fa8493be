namespace Inventory.Engine.Tests.Interleaving;

/// <summary>What a step does, as far as other engines can notice.</summary>
internal enum StepKind
{
    /// <summary>Work inside one engine.</summary>
    Work,

    /// <summary>A caller sends commands to an engine.</summary>
    Send,

    /// <summary>A snapshot is taken.</summary>
    Read,

    /// <summary>The one write transaction begins.</summary>
    Write,

    /// <summary>What was written becomes what everybody sees.</summary>
    Commit,

    /// <summary>Any other side of a call to the store: on a snapshot, or inside the write transaction.</summary>
    Private,
}

/// <summary>Something an engine could do next.</summary>
/// <param name="Engine">The engine's number, from 1.</param>
/// <param name="Number">Its number among the steps of this engine, from 1.</param>
/// <param name="Kind">What others notice of it.</param>
/// <param name="Name">What it is, for the one who reads a schedule.</param>
/// <param name="Go">Takes the step.</param>
internal sealed record Step(int Engine, int Number, StepKind Kind, string Name, Action Go)
{
    /// <summary>
    /// Whether two steps of different engines may change places without anybody noticing. When a call was sent tells
    /// what it must see, so sending stays on its side of a commit.
    /// </summary>
    public bool IsIndependentOf(Step other) => Engine != other.Engine && !Meet(Kind, other.Kind)
        && !Meet(other.Kind, Kind);

    public override string ToString() => $"{Engine}:{Name}";

    private static bool Meet(StepKind one, StepKind other) =>
        (one, other) is (StepKind.Commit, StepKind.Commit or StepKind.Read or StepKind.Send)
            or (StepKind.Write, StepKind.Write);
}
