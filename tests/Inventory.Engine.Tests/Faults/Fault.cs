namespace Inventory.Engine.Tests.Faults;

/// <summary>What goes wrong at one call to the store.</summary>
public enum Fault
{
    /// <summary>Nothing does.</summary>
    None,

    /// <summary>The call fails before it has any effect; it may pass.</summary>
    Before,

    /// <summary>The call takes effect and its answer is lost; that of a commit leaves the outcome unknown.</summary>
    After,

    /// <summary>The outcome of a commit is unknown, and it did not happen.</summary>
    NotCommitted,

    /// <summary>The call fails for good, and the next one works.</summary>
    Lasting,

    /// <summary>This call and the next two dozen fail, as while a database is restarted.</summary>
    Outage,

    /// <summary>The process ends before the call, and another one goes on.</summary>
    CrashBefore,

    /// <summary>The process ends after the call, and another one goes on.</summary>
    CrashAfter,
}
