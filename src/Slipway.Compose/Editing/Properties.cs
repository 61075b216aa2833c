using YamlDotNet.Core.Events;

namespace Slipway.Compose.Editing;

/// <summary>The anchor and the tag in front of a value.</summary>
internal static class Properties
{
    /// <summary>Where the value itself begins; of one that is absent, where its anchor and tag end.</summary>
    public static int End(string text, int start, Scalar scalar)
    {
        var left = (scalar.Anchor.IsEmpty ? 0 : 1) + (scalar.Tag.IsEmpty ? 0 : 1);
        var place = start;
        var end = start;
        for (; left > 0 && place < text.Length && text[place] is '&' or '!'; left--)
        {
            while (place < text.Length && !char.IsWhiteSpace(text[place]) && text[place] is not (',' or ']' or '}'))
            {
                place++;
            }

            end = place;
            place = Trivia.Skip(text, place);
        }

        return scalar.Value.Length == 0 && scalar.Style == YamlDotNet.Core.ScalarStyle.Plain ? end : place;
    }
}
