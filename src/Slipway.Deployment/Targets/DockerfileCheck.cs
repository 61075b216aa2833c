using Slipway.Compose.Services;
using Slipway.Deployment.Configuration;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Deployment.Targets;

/// <summary>Finds what no engine takes of a Dockerfile, before an engine is asked to build it.</summary>
internal static class DockerfileCheck
{
    private static readonly string[] Known =
    [
        "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD", "RUN", "SHELL", "STOPSIGNAL",
        "USER", "VOLUME", "WORKDIR",
    ];

    /// <summary>Finds the first mistake.</summary>
    /// <param name="build">How the image is built; where its Dockerfile is not on this machine, nothing is known.</param>
    /// <param name="folder">The application's folder.</param>
    /// <returns>What is wrong, with its place; null where nothing is, or another frontend decides what the file means.</returns>
    public static string? WhatIsWrong(BuildDefinition build, string folder)
    {
        var path = Path.GetFullPath(Path.Combine(folder, build.Context, build.Dockerfile ?? "Dockerfile"));
        if (build.Inline is null && !File.Exists(path))
        {
            return null;
        }

        var shown = build.Inline is null ? Path.GetRelativePath(Directory.GetCurrentDirectory(), path) : "the inline Dockerfile";

        if (build.Inline is null && TextFile.WhyNot(path) is { } why)
        {
            return $"{new Place(shown, 1, 1)}: {why}";
        }

        var source = build.Inline is { } inline ? SourceText.From(shown, inline) : SourceText.From(shown, File.ReadAllBytes(path));
        var file = Dockerfile.Parse(source);
        if (file.DirectiveValue("syntax") is { Length: > 0 })
        {
            return null;
        }

        if (Mistakes(file).FirstOrDefault() is { } mistake)
        {
            var start = source.PositionOf(mistake.Span.Start);
            return $"{new Place(shown, start.Line, start.Column)}: {mistake.Message}";
        }

        var names = StageReader.Read(file).Select((s, i) => s.Name ?? $"{i}").ToList();
        return build.Target is { Length: > 0 } target && !names.Contains(target, StringComparer.OrdinalIgnoreCase) && !int.TryParse(target, out _)
            ? $"{new Place(shown, 1, 1)}: it has no stage \"{target}\"{Meant(target, names)}"
            : null;
    }

    private static IEnumerable<DockerfileProblem> Mistakes(Dockerfile file)
    {
        var unknown = file.Instructions.Where(i => !Known.Contains(i.Name))
            .Select(i => new DockerfileProblem(i.Span, $"there is no instruction \"{i.Name}\"{Meant(i.Name, Known)}"));
        var early = file.Instructions.SkipWhile(i => i.Name == "ARG").Take(1).Where(i => i.Name != "FROM")
            .Select(i => new DockerfileProblem(i.Span, $"FROM has to come before {i.Name}"));
        return file.Problems.Concat(unknown).Concat(early).OrderBy(p => p.Span.Start);
    }

    private static string Meant(string target, IEnumerable<string> names) =>
        NearestName.Suggest(target, names) is { } suggestion ? $" ({suggestion})" : string.Empty;
}
