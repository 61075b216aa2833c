using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>An instruction with all that belongs to it.</summary>
public sealed class Instruction
{
    /// <summary>The name as written.</summary>
    public required string Keyword { get; init; }

    /// <summary>The name in upper case.</summary>
    public string Name => field ??= Keyword.ToUpperInvariant();

    /// <summary>Where the name stands.</summary>
    public required TextSpan KeywordSpan { get; init; }

    /// <summary>From the name to the last character, heredocs included, without the last line break.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>From the start of its first line to the end of its last one, line break included.</summary>
    public required TextSpan Lines { get; init; }

    /// <summary>The whole instruction with continued lines joined, heredocs left out.</summary>
    public required LogicalText Logical { get; init; }

    /// <summary>The flags before the arguments.</summary>
    public required IReadOnlyList<Flag> Flags { get; init; }

    /// <summary>What follows the name and the flags.</summary>
    public required LogicalText Rest { get; init; }

    /// <summary>The arguments: one for a shell form, the strings of a JSON form, otherwise the words.</summary>
    public IReadOnlyList<Word> Words { get; init; } = [];

    /// <summary>The names and values of an ENV, LABEL or ARG.</summary>
    public IReadOnlyList<KeyValue> Pairs { get; init; } = [];

    /// <summary>Whether an ENV or LABEL has a blank between name and value instead of an equals sign.</summary>
    public bool IsLegacyPair { get; init; }

    /// <summary>Whether the arguments are a JSON array.</summary>
    public bool IsJson { get; init; }

    /// <summary>The instruction within an ONBUILD.</summary>
    public Instruction? Trigger { get; init; }

    /// <summary>The heredocs, in order.</summary>
    public IReadOnlyList<Heredoc> Heredocs { get; init; } = [];

    /// <summary>The comments right before it: an empty line in between does not part them, an empty comment does.</summary>
    public IReadOnlyList<Comment> Comments { get; init; } = [];

    /// <summary>The comments between its lines.</summary>
    public IReadOnlyList<Comment> InnerComments { get; init; } = [];

    /// <summary>The empty lines between its lines, each with its line break.</summary>
    public IReadOnlyList<TextSpan> EmptyLines { get; init; } = [];

    /// <summary>Whether it has a name, in whatever case.</summary>
    /// <param name="name">The name in upper case.</param>
    /// <returns>True if so.</returns>
    public bool Is(string name) => string.Equals(Name, name, StringComparison.Ordinal);

    /// <summary>The value of a flag.</summary>
    /// <param name="name">The flag without dashes.</param>
    /// <returns>Its first occurrence, or null.</returns>
    public Flag? Flag(string name) => Flags.FirstOrDefault(f => f.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Logical.Text;
}
