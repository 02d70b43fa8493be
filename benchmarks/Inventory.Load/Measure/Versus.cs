using System.Globalization;

namespace Inventory.Load.Measure;

/// <summary>Two sides measured in turn in one process. Only their ratio means anything on a shared machine.</summary>
/// <param name="unit">What the figures are, such as <c>s</c> or <c>/s</c>.</param>
internal sealed class Versus(string unit)
{
    private readonly List<double> _ours = [];
    private readonly List<double> _baseline = [];

    /// <summary>Takes the figures of one round and prints them.</summary>
    public void Add(double ours, double baseline)
    {
        _ours.Add(ours);
        _baseline.Add(baseline);
        Print(FormattableString.Invariant($"round {_ours.Count}"), ours, baseline, ours / baseline);
    }

    /// <summary>Prints the medians; the ratio is the median of the rounds' ratios.</summary>
    public void Conclude(string goal)
    {
        Print("median", Figures.Median(_ours), Figures.Median(_baseline), Figures
            .Median(_ours.Zip(_baseline, (x, y) => x / y)));
        Console.WriteLine($"  goal: {goal}");
    }

    private void Print(string name, double ours, double baseline, double ratio) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {name,-8} library {ours,12:#,0.###} {unit}   baseline {baseline,12:#,0.###} {unit}   ratio {ratio:0.00}"));
}
