using System.Globalization;
using Cake.Core;
using Slipway.Graph.Options;

namespace Slipway.Graph.Engine;

/// <summary>How many tasks may run at once: the option, else the argument <c>--jobs=N</c>, else as many as there are.</summary>
internal static class JobsArgument
{
    public static int Read(ParallelEngineOptions options, ICakeContext context)
    {
        if (options.Jobs is { } jobs)
        {
            return jobs >= 1 ? jobs : throw Refuse(jobs.ToString(CultureInfo.InvariantCulture));
        }

        if (context.Arguments?.GetArguments("jobs")?.LastOrDefault() is not { } text)
        {
            return int.MaxValue;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given >= 1 ? given : throw Refuse(text);
    }

    private static CakeException Refuse(string text) =>
        new($"--jobs={text} is not a number of jobs. Give a whole number from 1 up, or leave it out to set no limit.");
}
