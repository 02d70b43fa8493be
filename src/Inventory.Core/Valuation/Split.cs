namespace Inventory.Valuation;

/// <summary>Exact division of money: the one place where value is rounded.</summary>
public static class Split
{
    /// <summary>
    /// The value of the first <paramref name="part"/> of <paramref name="whole"/> units, half to even.
    /// </summary>
    /// <param name="value">The value of all units.</param>
    /// <param name="part">Units asked for, 0 to <paramref name="whole"/>.</param>
    /// <param name="whole">All units, more than zero.</param>
    /// <returns>Their value; all of it when the part is the whole.</returns>
    /// <exception cref="OverflowException">The result does not fit 64 bits.</exception>
    /// <remarks>
    /// Differences of this function telescope: the parts of a layer always sum to its value, whatever their sizes and
    /// number.
    /// </remarks>
    public static long Prefix(long value, long part, long whole)
    {
        if (part == whole)
        {
            return value;
        }

        var product = (Int128)value * part;
        var (quotient, remainder) = Int128.DivRem(product, whole);
        var twice = Int128.Abs(remainder) * 2;
        if (twice > whole || (twice == whole && !Int128.IsEvenInteger(quotient)))
        {
            quotient += product < 0 ? -1 : 1;
        }

        return (long)quotient;
    }
}
