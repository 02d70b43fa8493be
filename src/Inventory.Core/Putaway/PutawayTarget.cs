namespace Inventory.Putaway;

/// <summary>Which bins a putaway rule is content with, by what lies in them.</summary>
public enum PutawayTarget
{
    /// <summary>Any.</summary>
    Any,

    /// <summary>Those that hold some of the SKU already.</summary>
    WithTheSku,

    /// <summary>Those that hold nothing.</summary>
    Empty,
}
