using Microsoft.Extensions.Logging;
using NodaTime;

namespace Inventory.Pipeline;

/// <summary>What a pipeline takes from outside: clock, timers, and where it reports.</summary>
internal sealed record PipelineEnvironment(IClock Clock, TimeProvider Time, PipelineMetrics Metrics, ILogger Logger);
