using Microsoft.Extensions.Logging;

namespace Inventory;

/// <summary>The engine's log events, 1000 to 1999.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Debug, "A guard failed: somebody else changed what {Commands} commands were decided on. Deciding again under the lock.")]
    public static partial void GuardFailed(ILogger logger, int commands);

    [LoggerMessage(1002, LogLevel.Warning,
        "A batch of {Commands} commands failed as a whole. Deciding again under the lock.")]
    public static partial void BatchFailed(ILogger logger, int commands, Exception exception);

    [LoggerMessage(1003, LogLevel.Warning, "The store is busy or full (try {Tries}).")]
    public static partial void StoreBusy(ILogger logger, int tries, Exception exception);

    [LoggerMessage(1004, LogLevel.Warning,
        "The answer to the commit of {Commands} commands was lost. Looking up what became of them.")]
    public static partial void OutcomeUnknown(ILogger logger, int commands, Exception exception);

    [LoggerMessage(1005, LogLevel.Information, "Ledger {Ledger} opened at commit {Commit}.")]
    public static partial void Opened(ILogger logger, string ledger, long commit);

    [LoggerMessage(1007, LogLevel.Debug, "A command among {Commands} was applied before. Looking all of them up and deciding again under the lock.")]
    public static partial void SentAgain(ILogger logger, int commands);

    [LoggerMessage(1006, LogLevel.Information, "Book {Book} built over existing history: {Skus} SKUs.")]
    public static partial void BookBuilt(ILogger logger, string book, int skus);

    [LoggerMessage(1008, LogLevel.Warning,
        "The store could not be written for {Commands} commands: another writer holds it. Their callers are told.")]
    public static partial void StoreLocked(ILogger logger, int commands, Exception exception);

    [LoggerMessage(1009, LogLevel.Information, "The inbox was applied: {Applied} commands, {Refused} refused.")]
    public static partial void InboxApplied(ILogger logger, int applied, int refused);

    [LoggerMessage(1010, LogLevel.Warning, "The inbox could not be applied at the start. Call ApplyInboxAsync.")]
    public static partial void InboxLeft(ILogger logger, Exception exception);

    [LoggerMessage(1011, LogLevel.Information,
        "{Commands} commands had been applied before. They had no effect and got their first answers.")]
    public static partial void Repeated(ILogger logger, int commands);

    [LoggerMessage(1012, LogLevel.Warning,
        "{Commands} commands named a reservation that there is not. They had no effect and were refused.")]
    public static partial void ReservationUnknown(ILogger logger, int commands);
}
