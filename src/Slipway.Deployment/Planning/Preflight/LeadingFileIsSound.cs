using Slipway.Compose.Traefik.Files;

namespace Slipway.Deployment.Planning.Preflight;

/// <summary>The file for Traefik is Slipway's to write, and Traefik will take it: it drops what it does not understand, and only its log says so.</summary>
internal sealed class LeadingFileIsSound : IPreflightRule
{
    public IEnumerable<Refusal> Check(PlanningContext context)
    {
        if (context.Environment.Leading is not { IsChanged: true } file)
        {
            yield break;
        }

        if (file.Before is { } before && before.Trim().Length > 0 && !TraefikFile.IsOf(context.Application.Name, before))
        {
            yield return new Refusal(
                $"{file.Shown} is not a file that Slipway wrote for {context.Application.Name}, and would be lost", "name another file, or remove it");
        }

        foreach (var problem in TraefikSchema.Problems(file.Content))
        {
            yield return new Refusal($"Traefik would not take {file.Shown}: {problem}", "change what slipway.yaml says of it");
        }
    }
}
