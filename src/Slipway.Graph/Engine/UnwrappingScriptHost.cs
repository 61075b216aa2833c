using System.Runtime.ExceptionServices;
using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;

namespace Slipway.Graph.Engine;

/// <summary>
/// Cake's host for a run, which prints the report and then lets out what failed itself instead of the exception around it:
/// only so does the exit code of the task that failed become that of the process.
/// </summary>
internal sealed class UnwrappingScriptHost<TContext>(
    ICakeEngine engine,
    IExecutionStrategy strategy,
    TContext context,
    ICakeReportPrinter printer,
    ICakeConfiguration configuration,
    ICakeLog log) : BuildScriptHost<TContext>(engine, strategy, context, printer, configuration, log)
    where TContext : ICakeContext
{
    public override async Task<CakeReport> RunTargetAsync(string target) => await Unwrap(base.RunTargetAsync(target));

    public override async Task<CakeReport> RunTargetsAsync(IEnumerable<string> targets) => await Unwrap(base.RunTargetsAsync(targets));

    private static async Task<CakeReport> Unwrap(Task<CakeReport> run)
    {
        try
        {
            return await run;
        }
        catch (CakeReportException error) when (error.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
