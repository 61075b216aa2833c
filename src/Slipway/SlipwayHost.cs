using System.Reflection;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Docker;
using Slipway.Engine.Errors;
using Slipway.Graph;
using Slipway.Options;
using Slipway.Phases;

namespace Slipway;

/// <summary>Composes a Cake.Frosting host with Slipway's tasks on the parallel engine.</summary>
public static class SlipwayHost
{
    private static readonly string[] OpeningSession = [nameof(Plan), nameof(Status), nameof(Rollback), nameof(Release), nameof(Deploy)];
    private static readonly string[] Quiet = [nameof(Plan), nameof(Status), nameof(Rollback), nameof(Lint), nameof(Optimize)];
    private static readonly string[] Wordless = ["--no-report", "--verbosity=quiet"];

    /// <summary>Runs a command.</summary>
    /// <param name="chores">An assembly with further tasks, if there are any.</param>
    /// <param name="services">Registers what the further tasks need.</param>
    /// <returns>The exit code, see <see cref="ExitCode"/>.</returns>
    public static int Run(CommandLineOptions commandLine, Assembly? chores = null, Action<IServiceCollection>? services = null)
    {
        var source = new SessionSource(commandLine, new CakeCommandLines());
        if (commandLine.IsDryRun || OpeningSession.Any(commandLine.Names))
        {
            // While Cake starts, compose and the engine already answer. The task that needs the answer sees the error, if any.
            source.Begin();
        }

        var host = new CakeHost()
            .AddAssembly(typeof(SlipwayHost).Assembly)
            .UseContext<SlipwayContext>()
            .UseTeardown<EndOfRun>()
            .ConfigureServices(o => o.AddParallelEngine().AddSingleton(_ => source).AddSingleton(commandLine));
        if (chores is not null)
        {
            host.AddAssembly(chores);
        }

        if (services is not null)
        {
            host.ConfigureServices(services);
        }

        var exitCode = host.Run(Arguments(commandLine));
        return exitCode == 0 ? (int)source.Success : exitCode;
    }

    // A dry run is a plan, and an answer is all that is printed: no headlines and no report around it.
    private static IEnumerable<string> Arguments(CommandLineOptions commandLine)
    {
        if (commandLine.IsDryRun)
        {
            return [.. commandLine.ForCake(o => o.Name != "target" && !OptionNames.DryRun.Contains(o.Name)), "--target=" + nameof(Plan), .. Wordless];
        }

        var isQuiet = commandLine.Targets is [var only] && Quiet.Contains(only, StringComparer.OrdinalIgnoreCase) && commandLine.Value("verbosity") is null;
        return [.. commandLine.ForCake(_ => true), .. isQuiet ? Wordless : []];
    }
}
