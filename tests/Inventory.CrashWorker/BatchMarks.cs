using System.Reflection;
using System.Runtime.ExceptionServices;
using Inventory.Storage;

namespace Inventory.CrashWorker;

/// <summary>
/// A writer that prints <c>begin</c> before its first row and <c>end</c> after its commit. SQLite's calls are
/// complete when they return, so there is nothing to await between.
/// </summary>
internal class BatchMarks : DispatchProxy
{
    public const string Begin = "begin";
    public const string End = "end";

    private IStoreWriter _writer = null!;
    private bool _isInside;

    public static IStoreWriter Around(IStoreWriter writer)
    {
        var marked = Create<IStoreWriter, BatchMarks>();
        ((BatchMarks)(object)marked)._writer = writer;
        return marked;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IStoreWriter.TryWriteAsync))
        {
            _isInside = true;
            Lines.Write(Begin);
        }

        try
        {
            return targetMethod.Invoke(_writer, args);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
        finally
        {
            // A batch that is given up ends with its writer.
            if (_isInside
                && targetMethod.Name is (nameof(IStoreWriter.CommitAsync) or nameof(IAsyncDisposable.DisposeAsync)))
            {
                _isInside = false;
                Lines.Write(End);
            }
        }
    }
}
