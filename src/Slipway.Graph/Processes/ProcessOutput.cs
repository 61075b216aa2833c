using System.Collections.Concurrent;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Slipway.Graph.Output;
using Slipway.Graph.Scopes;

namespace Slipway.Graph.Processes;

/// <summary>Where the lines of a process go: to the caller that asked for them, else to the task that started the process.</summary>
internal sealed class ProcessOutput(ProcessSettings settings, TaskScope? scope, OutputRouter router)
{
    public void Standard(string line, ConcurrentQueue<string> kept) =>
        Route(line, settings.RedirectStandardOutput, settings.RedirectedStandardOutputHandler, kept);

    public void Error(string line, ConcurrentQueue<string> kept) =>
        Route(line, settings.RedirectStandardError, settings.RedirectedStandardErrorHandler, kept);

    private void Route(string line, bool redirected, Func<string, string?>? handler, ConcurrentQueue<string> kept)
    {
        if (!redirected)
        {
            // Secret arguments that a program echoes don't reach a log either.
            router.Write(scope, LogLevel.Information, settings.Arguments?.FilterUnsafe(line) ?? line);
            return;
        }

        if ((handler is null ? line : handler(line)) is { } result)
        {
            kept.Enqueue(result);
        }
    }
}
