using Slipway.Compose.Editing;
using Slipway.Compose.Files;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Inline;

/// <summary>A Dockerfile that a service's build holds under <c>dockerfile_inline</c>, and where each of its characters stands in the compose file.</summary>
public sealed class InlineDockerfile
{
    private readonly IReadOnlyList<int> _places;

    private InlineDockerfile(ComposeFile file, string context, InlineText text)
    {
        (File, Context, _places) = (file, context, text.Places);
        Text = file.Source.With(text.Text);
    }

    /// <summary>The compose file that it stands in.</summary>
    public ComposeFile File { get; }

    /// <summary>The build context as written, variables not filled in: a path from the folder of the file, or an address; <c>.</c> unless it is
    /// said.</summary>
    public string Context { get; }

    /// <summary>The names of further contexts that the build is given.</summary>
    public IReadOnlyList<string> Contexts { get; private init; } = [];

    /// <summary>The Dockerfile as the engine gets it, but for variables that compose would replace; under the path of the compose file.</summary>
    public SourceText Text { get; }

    /// <summary>Finds those of a file. One that can't be read has none: it has a finding of its own.</summary>
    /// <returns>One for each service that has one, in the order of the file.</returns>
    public static IReadOnlyList<InlineDockerfile> In(ComposeFile file) =>
        [.. (file.Document?.Roots ?? [])
            .SelectMany(r => r.Get("services")?.Entries ?? [])
            .Select(s => s.Value.Get("build"))
            .OfType<ComposeValue>()
            .Where(b => b.Get("dockerfile_inline")?.Text is { Length: > 0 })
            .Select(b => Of(file, b))];

    private static InlineDockerfile Of(ComposeFile file, ComposeValue build) =>
        new(file, build.Get("context")?.Text ?? ".", InlineText.Of(file.Source, (SourceScalar)build.Get("dockerfile_inline")!.Source))
        {
            Contexts = build.Get("additional_contexts") is { } more
                ? [.. more.Entries.Select(e => e.Key), .. more.Items.Select(i => (i.Text ?? "").Split('=')[0])]
                : [],
        };

    /// <summary>The place of a part of the Dockerfile in the compose file.</summary>
    /// <param name="span">The part, in <see cref="Text"/>.</param>
    /// <returns>From its first character to its last; for text that is folded or quoted, whose characters have no places, where the value begins.</returns>
    public TextSpan PlaceOf(TextSpan span)
    {
        var start = _places[Math.Min(span.Start, _places.Count - 1)];
        var end = span.Length == 0 ? start : _places[Math.Min(span.End, _places.Count) - 1] + 1;
        return TextSpan.Between(start, Math.Max(start, end));
    }
}
