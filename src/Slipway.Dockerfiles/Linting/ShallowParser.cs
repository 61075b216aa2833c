using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Slipway.Dockerfiles.Linting;

/// <summary>Stops at what is nested deeper than any settings are, before the reader of trees, which calls itself, runs out of stack.</summary>
internal sealed class ShallowParser(IParser parser) : IParser
{
    // As in compose files.
    private const int Deepest = 64;

    private int _depth;

    public ParsingEvent? Current => parser.Current;

    public bool MoveNext()
    {
        var moved = parser.MoveNext();
        _depth += moved ? Current!.NestingIncrease : 0;

        // The stream and the document are two levels of their own.
        return _depth <= Deepest + 2
            ? moved
            : throw new YamlException(Current!.Start, Current.End, $"it is nested more than {Deepest} deep");
    }
}
