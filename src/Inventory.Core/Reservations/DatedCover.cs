namespace Inventory.Reservations;

/// <summary>Whether goods that go bad by and by cover what is promised for different days.</summary>
/// <remarks>
/// <para>
/// A promise for a day can be kept with goods that are removed after it. All promises can be kept when, for each
/// needed-by day, at most as much is needed on it or later as is removed after it. This is Hall's condition: goods
/// that are good for one day are good for every day before it, so no other set of promises can be short.
/// </para>
/// <para>
/// Days are numbers yyyymmdd, quantities steps of the base unit. What was needed before today is needed today. Not
/// safe for use from several threads.
/// </para>
/// </remarks>
public sealed class DatedCover
{
    private readonly List<(int Day, long Spare)> _days = [];

    /// <summary>Goes once through supply and needs.</summary>
    /// <param name="today">The day it is.</param>
    /// <param name="through">The last day to look at; supply must be known up to it.</param>
    /// <param name="sellable">All that is sellable, whenever it is removed.</param>
    /// <param name="promised">All that is promised, for whichever day.</param>
    /// <param name="supply">
    /// What is sellable by removal day, ascending; what is removed after the last day to look at may be left out.
    /// </param>
    /// <param name="needs">
    /// What is promised by needed-by day, ascending; what is needed today or before may be left out.
    /// </param>
    /// <param name="days">Days to look at beside those of the needs.</param>
    public DatedCover(
        int today, int through, long sellable, long promised, IReadOnlyList<(int Day, long Units)> supply,
        IReadOnlyList<(int Day, long Units)> needs, params IReadOnlyList<int> days)
    {
        ArgumentNullException.ThrowIfNull(supply);
        ArgumentNullException.ThrowIfNull(needs);
        var later = needs.Where(need => need.Day > today).ToList();
        var (removed, sum, needed) = (0L, 0L, promised);
        var (nextSupply, nextNeed) = (0, 0);
        foreach (var day in later.Select(need => need.Day).Concat(days)
            .Where(day => day > today && day <= through).Append(today).Distinct().Order())
        {
            for (; nextSupply < supply.Count && supply[nextSupply].Day <= day; nextSupply++)
            {
                // What is overdrawn of one lot does not add to what there is of others.
                sum += supply[nextSupply].Units;
                removed = Math.Max(removed, sum);
            }

            needed = day == today ? promised : needed;
            _days.Add((day, sellable - removed - needed));
            needed = day == today ? later.Sum(need => need.Units) : needed;
            for (; nextNeed < later.Count && later[nextNeed].Day <= day; nextNeed++)
            {
                needed -= later[nextNeed].Units;
            }
        }
    }

    /// <summary>
    /// The days looked at, ascending from today, with what is removed after each beyond what is needed on it or later;
    /// negative is a shortage.
    /// </summary>
    public IReadOnlyList<(int Day, long Spare)> Days => _days;

    /// <summary>How many promised units cannot be kept, however the goods are dealt out.</summary>
    public long Uncovered => Math.Max(0, _days.Max(day => -day.Spare));

    /// <summary>The most that can be promised in addition for a day; negative where promises are uncovered.</summary>
    /// <param name="day">Today or before, or one of the days looked at.</param>
    /// <returns>Steps of the base unit.</returns>
    public long SpareFor(int day) => _days.Where(at => IsFor(day, at.Day)).Min(at => at.Spare);

    /// <summary>Promises units, or gives them back.</summary>
    /// <param name="day">Today or before, or one of the days looked at.</param>
    /// <param name="units">How many; negative gives back.</param>
    public void Promise(int day, long units)
    {
        for (var i = 0; i < _days.Count && IsFor(day, _days[i].Day); i++)
        {
            _days[i] = (_days[i].Day, _days[i].Spare - units);
        }
    }

    /// <summary>
    /// Takes the cover from as many units of one promise as brings all others nearer to being covered.
    /// </summary>
    /// <remarks>
    /// Asked for every promise, those first that shall lose their cover first, it takes it from no more units than
    /// <see cref="Uncovered"/> said at the beginning.
    /// </remarks>
    /// <param name="day">The day that the promise is for.</param>
    /// <param name="units">How many units it promises.</param>
    /// <returns>How many of them lose their cover.</returns>
    public long Uncover(int day, long units)
    {
        // To give up what is needed early does not help those who are short of goods that last longer.
        var lasting = _days.Where(at => !IsFor(day, at.Day)).Select(at => -at.Spare).DefaultIfEmpty(0).Max();
        var lost = Math.Clamp(Uncovered - Math.Max(0, lasting), 0, units);
        Promise(day, -lost);
        return lost;
    }

    // What is needed on a day takes from what is removed after it, and so after every day before.
    private bool IsFor(int needed, int day) => day <= Math.Max(needed, _days[0].Day);
}
