using System.Text;

namespace Cake.Docker;

/// <summary>The option that a property stands for, in kebab-case: <c>NoCache</c> is <c>no-cache</c>, <c>ShowTTYOnly</c> is <c>show-tty-only</c>.</summary>
internal static class OptionName
{
    public static string Of(string property)
    {
        var name = new StringBuilder(property.Length + 4);
        for (var index = 0; index < property.Length; index++)
        {
            if (index > 0 && StartsWord(property, index))
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(property[index]));
        }

        return name.ToString();
    }

    private static bool StartsWord(string property, int index)
        => char.IsUpper(property[index])
            && (!char.IsUpper(property[index - 1]) || (index + 1 < property.Length && char.IsLower(property[index + 1])));
}
