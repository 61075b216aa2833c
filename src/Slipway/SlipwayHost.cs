using System.Reflection;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Drafts;
using Slipway.Graph;
using Slipway.Linting;
using Slipway.Phases;
using Slipway.Sessions;

namespace Slipway;

/// <summary>Composes a Cake.Frosting host with Slipway's tasks on the parallel engine.</summary>
public static class SlipwayHost
{
    private static readonly string[] Answers = [nameof(Plan), nameof(Status), nameof(Rollback)];
    private static readonly string[] Quiet = [.. Answers, nameof(Lint), nameof(Optimize)];
    private static readonly string[] DryRuns = ["--dryrun", "--dry-run", "--noop", "--whatif"];

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The arguments of the process.</param>
    /// <param name="folder">The application's folder when <c>--app</c> names none.</param>
    /// <param name="chores">An assembly with further tasks, if there are any.</param>
    /// <param name="services">Registers what the further tasks need.</param>
    /// <returns>The exit code, see <see cref="Errors.ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, string folder, Assembly? chores = null, Action<IServiceCollection>? services = null)
    {
        var targets = Targets(arguments);
        var source = new SessionSource(arguments, folder, targets);
        if (targets.Any(t => Answers.Contains(t, StringComparer.OrdinalIgnoreCase) || t.Equals(nameof(Deploy), StringComparison.OrdinalIgnoreCase)))
        {
            // While Cake starts, compose and the engine already answer. The task that needs the answer sees the error, if any.
            _ = source.OpenAsync();
        }

        var host = new CakeHost()
            .ConfigureServices(own => own.AddSingleton(new InitRequest(arguments, folder)))
            .AddAssembly(typeof(SlipwayHost).Assembly)
            .UseContext<SlipwayContext>()
            .UseTeardown<EndOfRun>()
            .ConfigureServices(own => own.AddParallelEngine().AddSingleton(_ => source).AddSingleton(new LintRequest(arguments, folder)));
        if (chores is not null)
        {
            host.AddAssembly(chores);
        }

        if (services is not null)
        {
            host.ConfigureServices(services);
        }

        var exitCode = host.Run(Arguments(arguments, targets));
        return exitCode == 0 ? (int)source.Success : exitCode;
    }

    // A dry run is a plan, and an answer is all that is printed: no headlines and no report around it.
    private static IEnumerable<string> Arguments(IReadOnlyList<string> arguments, List<string> targets)
    {
        if (arguments.Any(a => DryRuns.Contains(a.ToLowerInvariant())))
        {
            return [.. arguments.Where(a => !DryRuns.Contains(a.ToLowerInvariant()) && !IsTarget(a)), "--target=" + nameof(Plan), "--no-report", "--verbosity=quiet"];
        }

        return targets.Count == 1 && Quiet.Contains(targets[0], StringComparer.OrdinalIgnoreCase) && !arguments.Any(a => a.StartsWith("--verbosity", StringComparison.Ordinal) || a.StartsWith("-v", StringComparison.Ordinal))
            ? [.. arguments, "--no-report", "--verbosity=quiet"]
            : arguments;
    }

    private static bool IsTarget(string argument) =>
        argument.StartsWith("--target=", StringComparison.Ordinal) || argument.StartsWith("-t=", StringComparison.Ordinal);

    private static List<string> Targets(IReadOnlyList<string> arguments)
    {
        var targets = arguments.Where(IsTarget).Select(a => a[(a.IndexOf('=', StringComparison.Ordinal) + 1)..]).ToList();
        for (var i = 0; i + 1 < arguments.Count; i++)
        {
            if (arguments[i] is "--target" or "-t")
            {
                targets.Add(arguments[i + 1]);
            }
        }

        if (arguments.Any(a => DryRuns.Contains(a.ToLowerInvariant())))
        {
            targets.Add(nameof(Plan));
        }

        return targets;
    }
}
