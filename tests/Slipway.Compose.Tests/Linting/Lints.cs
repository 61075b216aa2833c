using Slipway.Compose.Linting;
using Slipway.Compose.Surroundings;
using Slipway.Findings;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Tests.Linting;

/// <summary>Looks at compose files that are written in a test.</summary>
internal static class Lints
{
    public static IReadOnlyList<Finding> Of(string text, string code, ComposeSurroundings? around = null) =>
        [.. new ComposeLinter(around ?? ComposeSurroundings.Unknown).Lint(Source(text)).Where(finding => finding.Rule.Code == code)];

    /// <summary>The text after all fixes of one rule.</summary>
    public static string Mended(string text, string code, ComposeSurroundings? around = null) =>
        new Slipway.Findings.Fixing.Fixer(source => [.. new ComposeLinter(around ?? ComposeSurroundings.Unknown).Lint(source).Where(finding => finding.Rule.Code == code)]).Run(Source(text)).After.Text;

    public static ComposeSurroundings With(ImageFacts image) => new() { Images = new OneImage(image) };

    public static SourceText Source(string text) => SourceText.From("compose.yaml", text);

    private sealed class OneImage(ImageFacts facts) : IServiceImages
    {
        public ImageFacts Find(string service, string? image) => facts;
    }
}
