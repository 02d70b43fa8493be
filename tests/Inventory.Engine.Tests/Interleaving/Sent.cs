using Inventory.Commands;
using NodaTime;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>A call that was sent, and what came of it.</summary>
internal sealed class Sent(
    Caller caller, int index, Task<IReadOnlyList<Result<Posted>>> answer, int commits, Instant now)
{
    public Caller Caller => caller;

    /// <summary>Which of the caller's calls it is, from 0.</summary>
    public int Index => index;

    public IReadOnlyList<Command> Commands => caller.Calls[index];

    public Task<IReadOnlyList<Result<Posted>>> Answer => answer;

    public Instant Now => now;

    /// <summary>How many commits there were when it was sent: it must see all of them.</summary>
    public int CommitsBefore => commits;

    /// <summary>How many there were when it was answered: it cannot have seen any more.</summary>
    public int? CommitsThen { get; set; }
}
