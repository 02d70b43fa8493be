namespace Inventory.Pipeline;

/// <summary>Starts the pipeline's own work where it shall run: on the thread pool, unless told otherwise.</summary>
/// <remarks>
/// The scheduler is hidden from the work itself: what it awaits goes on where that was completed, as everywhere in
/// the engine. Safe for use from several threads.
/// </remarks>
internal sealed class PipelineWork(TaskScheduler scheduler)
{
    private const TaskCreationOptions Options =
        TaskCreationOptions.DenyChildAttach | TaskCreationOptions.HideScheduler;

    public Task RunAsync(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, Options, scheduler).Unwrap();

    public Task<T> RunAsync<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, Options, scheduler).Unwrap();

    /// <summary>Lets others go first.</summary>
    /// <remarks>In line behind them: the newest work of a thread would else come first, before anybody.</remarks>
    public Task YieldAsync() => Task.Factory.StartNew(
        static () => { }, CancellationToken.None, Options | TaskCreationOptions.PreferFairness, scheduler);

    /// <summary>Wakes a waiter, who goes on there and not with the one who wakes him.</summary>
    public void Wake(TaskCompletionSource waiter) => _ = Task.Factory.StartNew(
        static waiter => ((TaskCompletionSource)waiter!).SetResult(), waiter, CancellationToken.None, Options,
        scheduler);
}
