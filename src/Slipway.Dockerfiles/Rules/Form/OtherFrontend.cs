using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Form;

/// <summary>The file is read by another program than Docker's own, which may give every word another meaning.</summary>
internal sealed class OtherFrontend() : DockerfileRule(new(
    "SLD002",
    Severity.Info,
    "Know that only Docker's own syntax is looked at",
    "The first line names another frontend, which decides what the file means.",
    "nothing is known of that syntax"))
{
    /// <summary>The frontend that a file names, where that isn't Docker's own, from whatever registry.</summary>
    public static string? Of(Dockerfile file) => file.DirectiveValue("syntax") is { Length: > 0 } syntax && !IsDockers(syntax) ? syntax : null;

    public override IEnumerable<Finding> Check(LintContext context)
    {
        if (Of(context.File) is { } frontend)
        {
            yield return At(context, context.File.Directives.First(d => d.Name == "syntax").Span, $"the file is written for {frontend} and is not checked");
        }
    }

    // A registry may keep it under a name of its own; on the usual one it is Docker's only in Docker's own place.
    private static bool IsDockers(string image)
    {
        var parts = image.Split('@')[0].Split('/');
        return parts[^1].Split(':')[0] is "dockerfile" or "dockerfile-upstream"
            && (parts.Length == 1 || parts[^2] == "docker" || parts[0] == "localhost"
                || (parts[0] is not "docker.io" && parts[0].AsSpan().ContainsAny('.', ':')));
    }
}
