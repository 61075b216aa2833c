using System.Text;

namespace Slipway.Engine.Commands;

/// <summary>A command as data: what is run, and how a person would type it.</summary>
/// <param name="Arguments">The program and its arguments. Never a secret: those travel in <paramref name="Environment"/>.</param>
/// <param name="Environment">Variables that are set on top of this process's own.</param>
/// <param name="Folder">The working folder, or null for this process's own.</param>
public sealed record CommandLine(
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string>? Environment = null,
    string? Folder = null)
{
    /// <summary>The command as a person would type it in a POSIX shell.</summary>
    /// <returns>The quoted command.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var argument in Arguments)
        {
            if (text.Length > 0)
            {
                text.Append(' ');
            }

            text.Append(Quote(argument));
        }

        return text.ToString();
    }

    private static string Quote(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,@%+".Contains(c, StringComparison.Ordinal))
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
