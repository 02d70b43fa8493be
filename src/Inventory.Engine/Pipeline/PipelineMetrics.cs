using System.Diagnostics.Metrics;

namespace Inventory.Pipeline;

/// <summary>The pipeline's measurements, by the meter <c>Inventory</c>.</summary>
internal sealed class PipelineMetrics : IDisposable
{
    private readonly Meter _meter = new("Inventory");
    private readonly Counter<long> _commands;
    private readonly Histogram<long> _batchSize;
    private readonly Histogram<double> _commitDuration;
    private readonly Counter<long> _redecided;
    private readonly KeyValuePair<string, object?> _ledger;
    private readonly TimeProvider _time;

    public PipelineMetrics(string ledger, TimeProvider time)
    {
        _ledger = new("ledger", ledger);
        _time = time;
        _commands = _meter.CreateCounter<long>("inventory.commands", "{command}", "Commands answered, by outcome.");
        _batchSize = _meter.CreateHistogram<long>("inventory.batch.size", "{command}", "Commands of one transaction.");
        _commitDuration = _meter
            .CreateHistogram<double>("inventory.commit.duration", "s",
            "Writing one transaction and making it durable.");
        _redecided = _meter.CreateCounter<long>("inventory.batch.redecided", "{batch}",
            "Batches decided again under the store's lock.");
    }

    public void Answered(DecidedBatch batch, long started)
    {
        _commands.Add(batch.Posted.Count, _ledger, new("outcome", "posted"));
        _commands.Add(batch.Repeated.Count + batch.Settled.Count(settled => settled.Result.Succeeded), _ledger,
            new("outcome", "repeated"));
        _commands.Add(batch.Settled.Count(settled => !settled.Result.Succeeded), _ledger, new("outcome", "refused"));
        if (batch.Posted.Count > 0)
        {
            _batchSize.Record(batch.Posted.Count, _ledger);
            _commitDuration.Record(_time.GetElapsedTime(started).TotalSeconds, _ledger);
        }
    }

    /// <summary>Commands that were refused because nobody got to them in time.</summary>
    public void Busy(int count) => _commands.Add(count, _ledger, new("outcome", "busy"));

    public void Redecided() => _redecided.Add(1, _ledger);

    public void Dispose() => _meter.Dispose();
}
