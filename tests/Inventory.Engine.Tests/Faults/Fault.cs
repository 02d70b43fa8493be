using Inventory.Storage;
using Inventory.Testing.Storage;

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

/// <summary>Brings a fault into a store, at one call.</summary>
internal static class Faults
{
    private const int OutageCalls = 24;

    /// <summary>Whether callers may see an exception.</summary>
    public static bool IsSeen(Fault fault) => fault is Fault.Outage or Fault.CrashBefore or Fault.CrashAfter;

    /// <summary>Whether the process ends with the fault.</summary>
    public static bool IsCrash(Fault fault) => fault is Fault.CrashBefore or Fault.CrashAfter;

    public static void Inject(FaultyStore store, Fault fault, int at)
    {
        switch (fault)
        {
            case Fault.Before:
                store.FailBefore(at);
                break;
            case Fault.After:
                store.FailAfter(at);
                break;
            case Fault.Outage:
                for (var call = at; call < at + OutageCalls; call++)
                {
                    store.FailBefore(call);
                }

                break;
            default:
                store.OnStep = call => IsMet(fault, call, at) ? throw Failure(fault, call) : default;
                break;
        }
    }

    private static bool IsMet(Fault fault, StoreCall call, int at) => fault switch
    {
        Fault.NotCommitted => call.Number == at && IsCommit(call) && call.Moment == CallMoment.Before,
        Fault.Lasting => call.Number == at && call.Moment == CallMoment.Before,
        Fault.CrashBefore => call.Number >= at,
        Fault.CrashAfter => call.Number > at || (call.Number == at && call.Moment == CallMoment.After),
        _ => false,
    };

    private static InventoryStoreException Failure(Fault fault, StoreCall call) =>
        IsCommit(call) && (fault == Fault.NotCommitted || call.Moment == CallMoment.After)
            ? new CommitOutcomeUnknownException($"Injected at {call}.")
            : new InventoryStoreException($"Injected at {call}.");

    private static bool IsCommit(StoreCall call) => call.Member == nameof(IStoreWriter.CommitAsync);
}
