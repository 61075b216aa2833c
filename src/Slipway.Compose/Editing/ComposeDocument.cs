using System.Collections.Immutable;
using Slipway.Findings.Sources;
using YamlDotNet.Core;

namespace Slipway.Compose.Editing;

/// <summary>A compose file, read for editing.</summary>
internal sealed class ComposeDocument
{
    /// <summary>Far more than any application needs, in characters.</summary>
    public const int LongestText = 1 << 20;

    /// <summary>As many services no machine runs.</summary>
    public const int MostServices = 1_000;

    private ComposeDocument(SourceText source, ImmutableArray<ComposeValue> roots) => (Source, Roots) = (source, roots);

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>Its documents, each laid over the one before; empty ones are left out.</summary>
    public ImmutableArray<ComposeValue> Roots { get; }

    /// <summary>Whether its lines end as compose and everybody else see them, so that lines can be put between them.</summary>
    public bool HasPlainLines => Source.Text.IndexOfAny(['\u0085', '\u2028', '\u2029']) < 0
        && Source.Text.Replace("\r\n", "\n", StringComparison.Ordinal).IndexOf('\r', StringComparison.Ordinal) < 0;

    /// <summary>Reads a file.</summary>
    /// <returns>The document, or the problem with its place. Nothing is thrown for bad input.</returns>
    public static (ComposeDocument? Document, ComposeProblem? Problem) Read(SourceText source)
    {
        if (source.Text.Length > LongestText)
        {
            return (null, new(source.Path, $"it has more than {LongestText} characters, which is more than any compose file needs", "split it with include"));
        }

        try
        {
            var resolver = new ValueResolver();
            var roots = new SourceTreeReader(source.Text).Read().Select(resolver.Resolve).Where(r => !r.IsNull).ToImmutableArray();
            var wrong = roots.FirstOrDefault(r => !r.IsMap);
            if (wrong is not null)
            {
                return (null, Problem(source, wrong.Source.Span.Start, "a compose file is a map with keys such as services"));
            }

            return roots.Select(r => r.Get("services")).FirstOrDefault(s => s?.Entries.Length > MostServices) is { } many
                ? (null, Problem(source, many.Entries[MostServices].Source.Key.Span.Start, $"there are more than {MostServices} services"))
                : (new(source, roots), null);
        }
        catch (SourceProblemException problem)
        {
            return (null, Problem(source, problem.Offset, problem.Message));
        }
        catch (YamlException problem)
        {
            var shift = source.Text.StartsWith('\ufeff') ? 1 : 0;
            return (null, Problem(source, (int)problem.Start.Index + shift, $"this is no valid YAML: {problem.Message}"));
        }
    }

    private static ComposeProblem Problem(SourceText source, int offset, string message) => new($"{source.Path}:{source.PositionOf(offset)}", message);
}
