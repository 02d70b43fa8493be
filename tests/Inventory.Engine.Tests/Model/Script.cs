using FsCheck;
using FsCheck.Fluent;

namespace Inventory.Engine.Tests.Model;

/// <summary>A sequence of commands, each drawn from one number; shrinks by leaving commands out.</summary>
public sealed record Script(int[] Steps)
{
    public override string ToString() => $"[{string.Join(", ", Steps)}]";
}

/// <summary>Scripts of up to sixty commands.</summary>
public static class Scripts
{
    public static Arbitrary<Script> Any() => Arb.From(
        Gen.Choose(0, 10_000_000).ArrayOf().Resize(60).Select(steps => new Script(steps)), Shrink);

    private static IEnumerable<Script> Shrink(Script script)
    {
        for (var size = script.Steps.Length / 2; size > 0; size /= 2)
        {
            for (var from = 0; from + size <= script.Steps.Length; from += size)
            {
                yield return new Script([.. script.Steps[..from], .. script.Steps[(from + size)..]]);
            }
        }
    }
}
