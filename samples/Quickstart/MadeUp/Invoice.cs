namespace Inventory.Samples.Quickstart.MadeUp;

/// <summary>One paper from the made-up till; the number is given when the day is put in order.</summary>
internal sealed record Invoice(int MinuteOfDay, bool IsCancellation, string Customer, string Country)
{
    public List<InvoiceLine> Lines { get; } = [];
}

/// <summary>A line on it. Quantity is below 0 for what comes back or is written off.</summary>
internal sealed record InvoiceLine(string Code, string Description, int Quantity, decimal Price);
