using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>The parts of an image's name.</summary>
/// <param name="Registry">The registry, or null for the default one.</param>
/// <param name="Name">The name without registry, tag and digest.</param>
/// <param name="Tag">The tag, or null.</param>
/// <param name="Digest">The digest, or null.</param>
internal sealed record ImageName(string? Registry, string Name, string? Tag, string? Digest)
{
    public static ImageName Parse(string text)
    {
        var at = text.Split('@', 2);
        var slash = at[0].IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? string.Empty : at[0][..slash];
        var registry = first.Contains('.', StringComparison.Ordinal) || first.Contains(':', StringComparison.Ordinal) || first == "localhost" ? first : null;
        var rest = registry is null ? at[0] : at[0][(slash + 1)..];
        var colon = rest.LastIndexOf(':');
        return new(registry, colon < 0 ? rest : rest[..colon], colon < 0 ? null : rest[(colon + 1)..], at.Length > 1 ? at[1] : null);
    }

    /// <summary>The image as a FROM names it; null for a stage, for scratch and for what a variable tells.</summary>
    public static ImageName? OfBase(Stage stage) =>
        stage.Parent is not null
            || stage.Image is "" or "scratch"
            || stage.From.Words is not [var word, ..]
            || word.Text.Contains('$', StringComparison.Ordinal)
            ? null
            : Parse(stage.Image);
}
