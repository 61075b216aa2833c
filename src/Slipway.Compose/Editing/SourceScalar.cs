using Slipway.Findings.Sources;
using YamlDotNet.Core;

namespace Slipway.Compose.Editing;

/// <summary>A text, a number, or nothing at all.</summary>
internal sealed class SourceScalar(TextSpan span, int contentStart, string? anchor, string? tag, string value, ScalarStyle style, int insertAfter)
    : SourceNode(span, contentStart, anchor, tag)
{
    /// <summary>The value as YAML reads it; empty for nothing.</summary>
    public string Value => value;

    /// <summary>How it is quoted.</summary>
    public ScalarStyle Style => style;

    /// <summary>Where more lines may follow: behind the last line break of a block that keeps its blank lines, else the end of the span.</summary>
    public int InsertAfter => insertAfter;

    /// <summary>Whether nothing is written where a value could be.</summary>
    public bool IsAbsent => value.Length == 0 && style == ScalarStyle.Plain;

    /// <summary>Whether YAML reads no value.</summary>
    public bool IsNull => style == ScalarStyle.Plain && value is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>Whether it is text whatever it looks like.</summary>
    public bool IsQuoted => style != ScalarStyle.Plain;
}
