namespace Inventory.Putaway;

/// <summary>Why a bin will not do.</summary>
public enum PutawayObstacle
{
    /// <summary>It lies outside of the location that the rule names.</summary>
    OutsideOfTheRule,

    /// <summary>It holds nothing of the SKU.</summary>
    WithoutTheSku,

    /// <summary>It holds something.</summary>
    NotEmpty,

    /// <summary>It, or a location that it lies in, is frozen: nothing goes in.</summary>
    Frozen,

    /// <summary>It has no room for the goods, or how much room they take is not known.</summary>
    NoRoom,
}
