using Cake.Common;
using Cake.Core;
using Cake.Core.IO;

namespace Build.Chores;

/// <summary>Runs the .NET SDK that runs this host: <c>dotnet</c> need not be on PATH.</summary>
internal static class DotNet
{
    /// <summary>Runs a command; what it prints is the calling task's output.</summary>
    /// <param name="context">The calling task's.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="variables">Variables on top of this process's own.</param>
    /// <param name="limit">When it is ended with all that it started; it has failed then.</param>
    /// <param name="starter">A program and its arguments that is to start it; none for this process.</param>
    /// <returns>The exit code.</returns>
    public static int Run(
        ICakeContext context,
        string folder,
        IEnumerable<string> arguments,
        IDictionary<string, string>? variables = null,
        TimeSpan? limit = null,
        params string[] starter)
    {
        string[] words = [.. starter, Environment.ProcessPath ?? "dotnet", .. arguments];
        var line = new ProcessArgumentBuilder();
        foreach (var argument in words.Skip(1))
        {
            line.AppendQuoted(argument);
        }

        return context.StartProcess(words[0], new ProcessSettings
        {
            Arguments = line,
            WorkingDirectory = folder,
            EnvironmentVariables = variables,
            Timeout = (int?)limit?.TotalMilliseconds,
        });
    }
}
