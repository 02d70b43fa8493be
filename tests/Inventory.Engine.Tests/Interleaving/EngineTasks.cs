namespace Inventory.Engine.Tests.Interleaving;

/// <summary>Where an engine's own work runs: in the steps of a stepper.</summary>
internal sealed class EngineTasks(Stepper stepper, int engine) : TaskScheduler
{
    protected override void QueueTask(Task task) =>
        stepper.Add(engine, StepKind.Work, "work", () => TryExecuteTask(task));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
