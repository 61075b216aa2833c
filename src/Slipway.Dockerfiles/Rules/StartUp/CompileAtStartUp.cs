using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.StartUp;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.StartUp;

/// <summary>The application is compiled whenever a container starts.</summary>
internal sealed class CompileAtStartUp() : StartUpRule(new(
    "SLD203",
    Severity.Warning,
    "Compile when the image is built",
    "Each start compiles the same sources again, and the image has to hold the compiler.",
    "the compilation needs a step of its own in the Dockerfile, whose result the start has to name"))
{
    protected override bool AllowsJobs => false;

    protected override string? Describe(StartUpCommand command) => Compiles(command.Command) ? $"{command} compiles at every start" : null;

    private static bool Compiles(ShellCommand command) => command.Name switch
    {
        "go" => command.Verb is "run" or "build",
        "cargo" => command.Verb is "run" or "build",
        "dotnet" => command.Verb is "run" or "build" or "watch",
        "mvn" or "mvnw" => command.Arguments.Any(w => !w.IsOption),
        "gradle" or "gradlew" => command.Arguments.Any(w => !w.IsOption),
        "tsc" or "webpack" or "ng" or "rollup" or "esbuild" => !command.HasOption("help", "version"),
        "next" or "nuxt" or "vite" or "gatsby" => command.Verb == "build",
        "rails" or "rake" => command.Arguments.Any(w => w.Text == "assets:precompile"),
        "npm" or "yarn" or "pnpm" or "bun" =>
            NpmScripts.NameOf(command) is { } script && (script == "build" || script.StartsWith("build:", StringComparison.Ordinal)),
        _ => false,
    };
}
