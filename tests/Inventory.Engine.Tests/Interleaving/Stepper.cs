using System.Text;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>
/// Runs several engines on one thread, one step at a time: whatever one of them could do next waits here until the
/// schedule picks it. The same schedule gives the same run.
/// </summary>
internal sealed class Stepper
{
    private const int StepsMax = 20_000;

    private readonly List<Step> _waiting = [];
    private readonly Dictionary<int, int> _numbers = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private string? _stray;

    /// <summary>The steps taken so far, but for work inside an engine.</summary>
    public List<Step> Taken { get; } = [];

    /// <summary>Whether a write transaction is open: nobody else may begin one.</summary>
    public bool IsWriting { get; set; }

    /// <summary>Called after each step.</summary>
    public Action Observe { get; set; } = () => { };

    /// <summary>Completes when the schedule lets an engine go on.</summary>
    public Task ReachAsync(int engine, StepKind kind, string name)
    {
        var reached = new TaskCompletionSource();
        Add(engine, kind, name, reached.SetResult);
        return reached.Task;
    }

    public void Add(int engine, StepKind kind, string name, Action go)
    {
        lock (_waiting)
        {
            if (Environment.CurrentManagedThreadId != _thread)
            {
                _stray ??= Environment.StackTrace;
            }

            var number = _numbers[engine] = _numbers.GetValueOrDefault(engine) + 1;
            _waiting.Add(new Step(engine, number, kind, name, go));
        }
    }

    /// <summary>Does all that can be done in order of its coming, with no choice left to anybody.</summary>
    public void RunOut() => Run(new InOrder());

    /// <summary>Goes on until nothing can be done any more.</summary>
    public void Run(Schedule schedule)
    {
        for (var steps = 0; ; steps++)
        {
            if (!schedule.IsFine)
            {
                Work();
            }

            var ready = Ready();
            if (ready.Count == 0)
            {
                return;
            }

            if (steps == StepsMax)
            {
                throw new InvalidOperationException($"There is no end to it:\n{Trace()}");
            }

            Take(schedule.Next(ready));
        }
    }

    /// <summary>The steps taken, for the one who has to understand them.</summary>
    public string Trace()
    {
        var text = new StringBuilder();
        foreach (var step in Taken)
        {
            text.Append("  ").Append(step).AppendLine();
        }

        return text.ToString();
    }

    private void Work()
    {
        while (Ready().Find(step => step.Kind == StepKind.Work) is { } work)
        {
            Take(work);
        }
    }

    private List<Step> Ready()
    {
        lock (_waiting)
        {
            if (_stray is not null)
            {
                throw new InvalidOperationException($"An engine went on by itself, on another thread: {_stray}");
            }

            return _waiting.FindAll(step => step.Kind != StepKind.Write || !IsWriting);
        }
    }

    private void Take(Step step)
    {
        lock (_waiting)
        {
            _waiting.Remove(step);
        }

        if (step.Kind != StepKind.Work)
        {
            Taken.Add(step);
        }

        step.Go();
        Observe();
    }

    private sealed class InOrder : Schedule
    {
        public override bool IsFine => false;

        public override string Text => "in order";

        public override Step Next(IReadOnlyList<Step> ready) => ready[0];
    }
}
