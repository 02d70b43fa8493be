namespace Inventory.Engine.Tests.Interleaving;

/// <summary>
/// One schedule after the other until none is left that differs from all before it in more than the order of steps
/// that do not meet.
/// </summary>
/// <remarks>
/// A search in depth with sleep sets: a step that was tried at a place, and is independent of what was done instead,
/// need not be tried after that. With <c>everyOrder</c> nothing is left out: to see that leaving out loses nothing.
/// </remarks>
internal sealed class AllSchedules(bool everyOrder = false) : Schedule
{
    private readonly List<Place> _path = [];
    private readonly List<int> _choices = [];
    private int _depth;
    private bool _isFirst = true;

    public override bool IsFine => false;

    public override string Text => string.Join('.', _choices);

    /// <summary>Whether what is being done has been done before, in another order: it need not be judged.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Turns to the next schedule; false when there is none.</summary>
    public bool MoveNext()
    {
        (_depth, IsKnown) = (0, false);
        _choices.Clear();
        if (_isFirst)
        {
            _isFirst = false;
            return true;
        }

        for (; _path.Count > 0; _path.RemoveAt(_path.Count - 1))
        {
            if (_path[^1].TryNext())
            {
                return true;
            }
        }

        return false;
    }

    public override Step Next(IReadOnlyList<Step> ready)
    {
        if (!IsKnown && _depth == _path.Count)
        {
            var sleeping = _depth == 0 || everyOrder ? [] : _path[^1].StillAsleep();
            var place = new Place(ready, sleeping);
            IsKnown = !place.TryNext();
            if (!IsKnown)
            {
                _path.Add(place);
            }
        }

        var step = IsKnown ? ready[0] : ready.Single(_path[_depth++].IsTaken);
        _choices.Add(ready.ToList().IndexOf(step));
        return step;
    }

    private sealed class Place(IReadOnlyList<Step> ready, List<Step> asleep)
    {
        private readonly List<Step> _tried = [];

        public bool IsTaken(Step step) => IsSame(step, _tried[^1]);

        public bool TryNext()
        {
            var next = ready.FirstOrDefault(step =>
                !asleep.Exists(other => IsSame(step, other)) && !_tried.Exists(other => IsSame(step, other)));
            if (next is not null)
            {
                _tried.Add(next);
            }

            return next is not null;
        }

        /// <summary>What need not be tried after the step that was taken last.</summary>
        public List<Step> StillAsleep() =>
            [.. asleep.Concat(_tried.SkipLast(1)).Where(step => step.IsIndependentOf(_tried[^1]))];

        private static bool IsSame(Step one, Step other) =>
            one.Engine == other.Engine && one.Number == other.Number;
    }
}
