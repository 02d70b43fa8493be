using Inventory.Commands;

namespace Inventory.Policies;

/// <summary>Thresholds that a command sets at a place and everywhere in it.</summary>
/// <param name="Set">The thresholds.</param>
/// <param name="Location">The place's code; null is everywhere.</param>
public sealed record ThresholdLine(ThresholdSet Set, string? Location = null)
{
    internal static void WriteAll(ref PayloadWriter writer, IReadOnlyList<ThresholdLine> lines)
    {
        writer.Int(lines.Count);
        foreach (var line in lines)
        {
            writer.Text(line.Location);
            writer.Text(line.Set.Text);
        }
    }
}
