namespace Inventory.Samples.Quickstart.Year;

/// <summary>How many lines of each kind the file has.</summary>
internal sealed class LineCounts
{
    public int NonStock { get; private set; }

    public int Adjustments { get; private set; }

    public int Sales { get; private set; }

    public int Returns { get; private set; }

    public int Rows => NonStock + Adjustments + Sales + Returns;

    public void Add(LineKind kind)
    {
        switch (kind)
        {
            case LineKind.NonStock:
                NonStock++;
                break;
            case LineKind.Adjustment:
                Adjustments++;
                break;
            case LineKind.Sale:
                Sales++;
                break;
            case LineKind.Return:
                Returns++;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of line.");
        }
    }
}
