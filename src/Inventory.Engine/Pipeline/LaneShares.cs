namespace Inventory.Pipeline;

/// <summary>How much of one batch came through each lane.</summary>
internal struct LaneShares
{
    public int Interactive;
    public int Bulk;
}
