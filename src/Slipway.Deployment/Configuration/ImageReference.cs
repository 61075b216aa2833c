using System.Text.RegularExpressions;

namespace Slipway.Deployment.Configuration;

/// <summary>The names of images, as github.com/distribution/reference defines them.</summary>
internal static partial class ImageReference
{
    /// <summary>Completes a name as the engine does.</summary>
    /// <returns>The name with its tag, <c>latest</c> when it has neither tag nor digest.</returns>
    public static string WithTag(string reference) =>
        reference.LastIndexOf(':') > reference.LastIndexOf('/') || reference.Contains('@', StringComparison.Ordinal) ? reference : reference + ":latest";

    /// <summary>Whether a text can be the name of an image.</summary>
    public static bool IsOne(string text) => Pattern().IsMatch(text);

    [GeneratedRegex(
        @"^(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\[[0-9a-fA-F:]+\])(?::[0-9]+)?/)?"
        + @"[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*"
        + @"(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
