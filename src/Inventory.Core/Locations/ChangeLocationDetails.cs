using Inventory.Commands;

namespace Inventory.Locations;

/// <summary>Sets one kind of details of a location; what was set of that kind before is replaced as a whole.</summary>
public abstract record ChangeLocationDetails : Command
{
    private protected ChangeLocationDetails(CommandKey key, string location)
        : base(key) => Location = location;

    /// <summary>The location's code.</summary>
    public string Location { get; init; }
}
