using Microsoft.Extensions.Logging;
using NodaTime;

namespace Inventory.Pipeline;

/// <summary>What a pipeline takes from outside: clock, timers, where it works, and where it reports.</summary>
internal sealed record PipelineEnvironment(
    IClock Clock, TimeProvider Time, PipelineWork Work, PipelineMetrics Metrics, ILogger Logger);
