using Slipway.Dockerfiles.CacheMounts;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>An image from a registry that isn't trusted.</summary>
internal sealed class DL3026()
    : StageRule(new(
        "DL3026", Severity.Error, "Take images from trusted registries", "The configuration names the registries that images may come from.",
        "which trusted registry has the image isn't known"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        if (context.Settings.TrustedRegistries.IsEmpty)
        {
            yield break;
        }

        var places = new List<(string Image, TextSpan Span)>();
        if (ImageName.OfBase(stage) is not null)
        {
            places.Add((stage.Image, stage.From.Words[0].Span));
        }

        places.AddRange(stage.Steps.SelectMany(Froms).Where(p => context.Named(p.Image, stage) is null && !p.Image.Contains('$', StringComparison.Ordinal)));
        foreach (var (image, span) in places.Where(p => !IsTrusted(context.Settings, p.Image)))
        {
            yield return At(context, span, $"{image} comes from a registry that isn't trusted");
        }
    }

    private static IEnumerable<(string Image, TextSpan Span)> Froms(Step step)
    {
        if (step.Is("COPY") && step.Instruction.Flag("from") is { Value: { } from } flag)
        {
            yield return (from, flag.Span);
        }

        foreach (var mount in step.Instruction.Flags.Where(f => f.Name == "mount"))
        {
            if (CacheMount.Of(step)
                .Select(m => m.From)
                .FirstOrDefault(f => f is not null && mount.Value!.Contains("from=" + f, StringComparison.Ordinal)) is { } image)
            {
                yield return (image, mount.Span);
            }
        }
    }

    private static bool IsTrusted(LintSettings settings, string image)
    {
        var registry = ImageName.Parse(image).Registry;
        return image == "scratch" || settings.TrustedRegistries.Any(t => registry is null ? t is "docker.io" or "hub.docker.com" or "*" : Matches(t, registry));
    }

    private static bool Matches(string trusted, string registry) =>
        trusted == "*" || trusted == registry
        || (trusted.StartsWith('*') && registry.EndsWith(trusted[1..], StringComparison.Ordinal))
        || (trusted.EndsWith('*') && registry.StartsWith(trusted[..^1], StringComparison.Ordinal));
}
