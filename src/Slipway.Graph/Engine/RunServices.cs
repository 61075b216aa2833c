using Cake.Core;
using Cake.Core.Diagnostics;
using Slipway.Graph.Options;
using Slipway.Graph.Output;
using Slipway.Graph.Reporting;
using Slipway.Graph.Scopes;
using Slipway.Graph.Workers;

namespace Slipway.Graph.Engine;

/// <summary>What a run works with, the same for all runs of an engine.</summary>
internal sealed record RunServices(
    ParallelEngineOptions Options,
    ICakeLog Log,
    OutputRouter Router,
    RunRecorder Recorder,
    ScopeProcesses Unscoped,
    WorkerPool Workers,
    CakeEngineActions Actions,
    LifecycleEvents Events)
{
    public TimeProvider Time => Options.TimeProvider;
}
