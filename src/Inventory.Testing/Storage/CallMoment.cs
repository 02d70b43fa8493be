namespace Inventory.Testing.Storage;

/// <summary>On which side of a call to the store something happens.</summary>
public enum CallMoment
{
    /// <summary>Before the call has had any effect.</summary>
    Before,

    /// <summary>After its effect, before the caller learns of it. A stream's end, when it is read to its end.</summary>
    After,
}
