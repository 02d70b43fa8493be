using Inventory.Samples.Quickstart.Display;
using Inventory.Samples.Quickstart.Stock;

namespace Inventory.Quickstart.Tests.Display;

public class ReplayProgressTests
{
    private readonly StringWriter _text = new() { NewLine = "\n" };

    [Fact]
    public void InALog_EachTenthIsALine()
    {
        ReplayProgress progress = new(_text, isTerminal: false, new SteppedTime());
        for (int done = 0; done <= 5000; done++)
        {
            progress.Report(Step(done));
        }

        string[] lines = _text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(11, lines.Length);
        Assert.Equal("  0 %       0 of 5,000 movements   2010-12-01 08:26:00", lines[0]);
        Assert.Equal(" 50 %   2,500 of 5,000 movements   2010-12-01 08:26:00", lines[5]);
        Assert.Equal("100 %   5,000 of 5,000 movements   2010-12-01 08:26:00", lines[10]);
        Assert.DoesNotContain('\r', _text.ToString());
    }

    [Fact]
    public void OnATerminal_OneLineIsDrawnOverAtMostTenTimesASecond()
    {
        SteppedTime time = new();
        ReplayProgress progress = new(_text, isTerminal: true, time);
        for (int done = 0; done <= 5000; done++)
        {
            time.Now += TimeSpan.TicksPerMillisecond;
            progress.Report(Step(done));
        }

        Assert.Equal(51, _text.ToString().Split('\r').Length - 1);
        Assert.EndsWith("\r100 %   5,000 of 5,000 movements   2010-12-01 08:26:00\n", _text.ToString());
        Assert.Equal(1, _text.ToString().Count(c => c == '\n'));
    }

    private static ReplayStep Step(int done) => new(done, 5000, Sales.At("2010-12-01 08:26"));

    private sealed class SteppedTime : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now;
    }
}
