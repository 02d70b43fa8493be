namespace Inventory.Testing.Storage;

/// <summary>One side of one call that went through a <see cref="FaultyStore"/>.</summary>
/// <param name="Number">The call's number, from 1, over the store and all its readers and writers.</param>
/// <param name="Member">The member of the port, such as <c>CommitAsync</c>.</param>
/// <param name="Moment">Before or after the call's effect.</param>
public readonly record struct StoreCall(int Number, string Member, CallMoment Moment);
