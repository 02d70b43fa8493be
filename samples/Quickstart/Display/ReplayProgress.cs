using Inventory.Samples.Quickstart.Output;
using Inventory.Samples.Quickstart.Stock;

namespace Inventory.Samples.Quickstart.Display;

/// <summary>
/// Tells how far the replay is: one line drawn over and over on a terminal, a line for each tenth in a log. To be
/// called by one thread at a time.
/// </summary>
internal sealed class ReplayProgress(TextWriter to, bool isTerminal, TimeProvider time) : IProgress<ReplayStep>
{
    private const int LogTenths = 10;
    private static readonly TimeSpan _redrawAfter = TimeSpan.FromMilliseconds(100);

    private long? _drawnAt;
    private int _loggedTenth = -1;

    public void Report(ReplayStep value)
    {
        if (isTerminal)
        {
            Draw(value);
        }
        else
        {
            Log(value);
        }
    }

    private void Draw(ReplayStep step)
    {
        bool isLast = step.Done == step.Total;
        if (!isLast && _drawnAt is { } drawnAt && time.GetElapsedTime(drawnAt) < _redrawAfter)
        {
            return;
        }

        _drawnAt = time.GetTimestamp();
        to.Write($"\r{Line(step)}");
        if (isLast)
        {
            to.WriteLine();
        }

        to.Flush();
    }

    private void Log(ReplayStep step)
    {
        int tenth = step.Total == 0 ? LogTenths : (int)((long)LogTenths * step.Done / step.Total);
        if (tenth == _loggedTenth)
        {
            return;
        }

        _loggedTenth = tenth;
        to.WriteLine(Line(step));
    }

    // Of one width all the way, so that a shorter line never leaves the tail of a longer one on the screen.
    private static string Line(ReplayStep step)
    {
        string total = Shown.Count(step.Total);
        string done = Shown.Count(step.Done).PadLeft(total.Length);
        int percent = step.Total == 0 ? 100 : (int)(100L * step.Done / step.Total);
        return $"{percent,3} %   {done} of {total} movements   {Figures.Time(step.At)}";
    }
}
