using System.Text.Json;
using Slipway.Deployment.Execution;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Slots;

/// <summary>Looks where the engine would: the program by its path, or in the folders of the container's PATH.</summary>
internal sealed class CanStartHandler(EngineClient engine) : StepHandler<CanStartStep>
{
    // What the engine takes for a container that sets none.
    private const string UsualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    protected override async Task ExecuteAsync(CanStartStep step, StepOutput output, CancellationToken cancellation)
    {
        using var json = await engine.GetAsync($"containers/{Uri.EscapeDataString(step.Container)}/json", cancellation)
            ?? throw StepFailure.Of(step, "there is no such container");
        var (program, config) = (json.RootElement.GetProperty("Path").GetString() ?? string.Empty, json.RootElement.GetProperty("Config"));
        foreach (var path in Candidates(program, config))
        {
            if (await engine.ExistsAsync($"containers/{Uri.EscapeDataString(step.Container)}/archive?path={Uri.EscapeDataString(path)}", cancellation))
            {
                return;
            }
        }

        throw new SlipwayException(
            ExitCode.NotReady,
            $"{step.Container} can't be started: there is no program \"{program}\" in it",
            "mend its command, or its image, and deploy again");
    }

    private static IEnumerable<string> Candidates(string program, JsonElement config)
    {
        if (program.StartsWith('/'))
        {
            return [program];
        }

        var folder = config.GetProperty("WorkingDir").GetString() is { Length: > 0 } named ? named : "/";
        if (program.Contains('/', StringComparison.Ordinal))
        {
            return [$"{folder.TrimEnd('/')}/{program}"];
        }

        const string Variable = "PATH=";
        var path = config.TryGetProperty("Env", out var variables) && variables.ValueKind == JsonValueKind.Array
            ? variables.EnumerateArray().Select(v => v.GetString()!).LastOrDefault(v => v.StartsWith(Variable, StringComparison.Ordinal))?[Variable.Length..]
            : null;
        return (path ?? UsualPath).Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(f => $"{(f.StartsWith('/') ? f : $"{folder}/{f}").TrimEnd('/')}/{program}");
    }
}
