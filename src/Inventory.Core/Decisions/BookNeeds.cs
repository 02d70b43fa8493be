using Inventory.Valuation;

namespace Inventory.Decisions;

/// <summary>Asks for the inline book where a reply needs its cost.</summary>
internal static class BookNeeds
{
    // What is undone takes its own layer, however far behind the front of the queue that is. A command has
    // 4,096 lines at most.
    private const long AllLayers = long.MaxValue / 16_384;

    public static void Ask(ref Working work, List<PlannedLine> plan)
    {
        if (work.Stock.InlineBook is null)
        {
            return;
        }

        for (var i = 0; i < plan.Count; i++)
        {
            var (line, window, out_) = (plan[i], plan[i].Window, 0L);
            var isAsked = i > 0 && plan[i - 1].Window == window && plan[i - 1].Effective == line.Effective;
            if (isAsked || line.Effective < window.Effective)
            {
                // The reply of a late fact carries no cost.
                continue;
            }

            foreach (var other in plan)
            {
                if (other.Window == window && other.FromPlace.IsOwn && !other.ToPlace.IsOwn)
                {
                    out_ += other.Reverses.Sequence == 0 ? other.Quantity : AllLayers;
                }
            }

            if (window.Book is null || (window.Book is FifoFold fifo && !fifo.Covers(out_)))
            {
                work.Needs.Book(window.Sku.Number, out_);
            }
        }
    }
}
