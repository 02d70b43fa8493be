namespace Inventory.Reservations;

/// <summary>How firm a promise is.</summary>
public enum PromiseKind
{
    /// <summary>A hold for a cart, a quote or a draft; usually for a time.</summary>
    Hold,

    /// <summary>A placed order: it ends when it is fulfilled or released.</summary>
    Order,
}
