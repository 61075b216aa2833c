using System.Globalization;
using Cake.Core.Diagnostics;
using Slipway.Graph.Scopes;

namespace Slipway.Graph.Output;

/// <summary>Cake's log, routed to the task that writes. A verbosity set inside a task counts for that task only.</summary>
internal sealed class TaskLog(OutputRouter router) : ICakeLog
{
    public TaskScopes Scopes => router.Scopes;

    public Verbosity Verbosity
    {
        get => Scopes.Current?.Verbosity ?? router.View.Verbosity;
        set
        {
            if (Scopes.Current is { } scope)
            {
                scope.Verbosity = value;
            }
            else
            {
                router.View.Verbosity = value;
            }
        }
    }

    public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args)
    {
        if (verbosity <= Verbosity)
        {
            router.Write(level, Format(format, args));
        }
    }

    public void EndQuietly()
    {
        if (router.View.Verbosity == Verbosity.Normal)
        {
            router.View.Verbosity = Verbosity.Quiet;
        }
    }

    public void Report(TaskProgress progress) => router.Report(progress);

    // A text with braces that are no placeholders is shown as it is: a log must not fail the task that writes to it.
    private static string Format(string format, object?[] args)
    {
        if (args.Length == 0)
        {
            return format;
        }

        if (format == "{0}")
        {
            return Convert.ToString(args[0], CultureInfo.InvariantCulture) ?? string.Empty;
        }

        try
        {
            return string.Format(CultureInfo.InvariantCulture, format, args);
        }
        catch (FormatException)
        {
            return $"{format} [{string.Join(", ", args)}]";
        }
    }
}
