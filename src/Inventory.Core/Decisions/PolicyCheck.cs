using Inventory.Policies;

namespace Inventory.Decisions;

/// <summary>Refuses selling rules and thresholds that no SKU could have.</summary>
internal static class PolicyCheck
{
    private const int DaysMax = 36_500;

    public static void Check(ref Working work, SellingRule rule, string field)
    {
        if (rule.BufferShare is < 0 or > 1)
        {
            Refuse(ref work, $"{field}.bufferShare", rule.BufferShare.Value, "0 to 1",
                "is no share; the share that is hidden is 0 to 1");
        }

        Amount(ref work, rule.BufferUnits, $"{field}.bufferUnits");
        Amount(ref work, rule.OversellLimit, $"{field}.oversellLimit");
        Amount(ref work, rule.OrderMinimum, $"{field}.orderMinimum");
        Amount(ref work, rule.OrderMaximum, $"{field}.orderMaximum", isPositive: true);
        Amount(ref work, rule.OrderIncrement, $"{field}.orderIncrement", isPositive: true);
        Amount(ref work, rule.CustomerLimit, $"{field}.customerLimit");
        Order(ref work, rule.OrderMinimum, rule.OrderMaximum, $"{field}.orderMinimum", $"{field}.orderMaximum");
    }

    /// <summary>The rules of lines, with the numbers of their places; null when one is wrong or missing.</summary>
    public static IReadOnlyList<ThresholdRule>? Check(
        ref Working work, IReadOnlyList<ThresholdLine> lines, string field)
    {
        var rules = new List<ThresholdRule>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            Check(ref work, lines[i].Set, $"{field}[{i}]");
            var place = lines[i].Location is { } code
                ? work.FindLocation(code, $"{field}[{i}].location")?.Number ?? -1
                : 0;
            if (place >= 0 && rules.Exists(rule => rule.Location == place))
            {
                work.Refuse(ErrorCodes.InvalidPolicy, $"{field}[{i}].location", lines[i].Location, null,
                    $"'{lines[i].Location ?? "everywhere"}' has two lines of thresholds; make them one.");
            }

            rules.Add(new ThresholdRule(place, lines[i].Set));
        }

        return work.IsClear ? rules : null;
    }

    private static void Check(ref Working work, ThresholdSet set, string field)
    {
        Amount(ref work, set.ReorderPoint, $"{field}.reorderPoint");
        Amount(ref work, set.SafetyStock, $"{field}.safetyStock");
        Amount(ref work, set.Minimum, $"{field}.minimum");
        Amount(ref work, set.Maximum, $"{field}.maximum");
        if (set.LeadTimeDays is < 0 or > DaysMax)
        {
            Refuse(ref work, $"{field}.leadTimeDays", set.LeadTimeDays.Value, "0 to 36500", "is no lead time in days");
        }

        if (set.CountEveryDays is < 1 or > DaysMax)
        {
            Refuse(ref work, $"{field}.countEveryDays", set.CountEveryDays.Value, "1 to 36500",
                "is no number of days between counts");
        }

        Order(ref work, set.Minimum, set.Maximum, $"{field}.minimum", $"{field}.maximum");
        Order(ref work, set.ReorderPoint, set.Maximum, $"{field}.reorderPoint", $"{field}.maximum");
        Order(ref work, set.SafetyStock, set.Maximum, $"{field}.safetyStock", $"{field}.maximum");
    }

    private static void Amount(ref Working work, decimal? amount, string field, bool isPositive = false)
    {
        if (amount is not { } given)
        {
            return;
        }

        if (given < 0 || given > SellingRule.AmountMax || (isPositive && given == 0)
            || decimal.Round(given, 9) != given)
        {
            Refuse(ref work, field, given, $"{(isPositive ? "more than 0" : "0")} to 1000000000000, nine decimals",
                "is out of range");
        }
    }

    private static void Order(ref Working work, decimal? low, decimal? high, string lowField, string highField)
    {
        if (low > high)
        {
            work.Refuse(ErrorCodes.InvalidPolicy, highField, StepCount.Text(high.Value),
                $"at least {StepCount.Text(low.Value)}",
                $"{highField} is {StepCount.Text(high.Value)}, below {lowField} of {StepCount.Text(low.Value)}; correct one.");
        }
    }

    private static void Refuse(ref Working work, string field, decimal actual, string allowed, string what) =>
        work.Refuse(ErrorCodes.InvalidPolicy, field, StepCount.Text(actual), allowed,
            $"{field}: {StepCount.Text(actual)} {what}; give {allowed}.");
}
