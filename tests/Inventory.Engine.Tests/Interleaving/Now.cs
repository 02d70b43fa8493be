namespace Inventory.Engine.Tests.Interleaving;

/// <summary>What is there already: in a run nobody waits, because all that could happen has happened.</summary>
internal static class Now
{
    public static T Of<T>(ValueTask<T> task) => Of(task.AsTask());

    public static void Of(ValueTask task) => Of(task.AsTask());

    public static T Of<T>(Task<T> task)
    {
        Of((Task)task);
        return task.Result;
    }

    public static void Of(Task task)
    {
        if (!task.IsCompleted)
        {
            throw new InvalidOperationException("Nothing can be done any more, and this has not come to its end.");
        }

        task.GetAwaiter().GetResult();
    }
}
