using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Slipway.Compose.Drafts;

/// <summary>Looks for alembic's revisions: in the build context of a service, at its root or below.</summary>
internal sealed partial class AlembicFinder(ApplicationFacts facts)
{
    private const string Versions = "versions";

    private static readonly char[] Separators = [':', ';', ',', ' ', '\n', '\r', '\t'];

    /// <summary>The folders with revisions, relative to the application's; none without alembic, several where it is told so.</summary>
    /// <param name="service">The service that is built from the context.</param>
    /// <param name="context">A build context.</param>
    /// <param name="files">The files in it.</param>
    /// <returns>The folders, and the file that names them.</returns>
    public AlembicFolders? In(string service, string context, IReadOnlyList<string> files)
    {
        foreach (var file in files.Append("alembic.ini").Where(f => Path.GetFileName(f) is "alembic.ini" or "pyproject.toml").Distinct()
            .OrderBy(f => f.Count(c => c == '/')))
        {
            if (facts.ReadFile(ContextPath.Join(context, file)) is { } settings && Settings(file, settings) is { } own
                && Folders(context, Path.GetDirectoryName(file) ?? "", own) is { IsEmpty: false } folders)
            {
                return new AlembicFolders(service, ContextPath.Join(context, file), folders, IsFlask(context, file, own));
            }
        }

        return null;
    }

    private static string? Settings(string file, string text) =>
        Path.GetFileName(file) == "alembic.ini" ? text : Section().Match(text) is { Success: true } section ? section.Value : null;

    private ImmutableArray<string> Folders(string context, string below, string settings)
    {
        var named = ScriptLocation().Match(settings) is { Success: true } location ? Unpacked(Clean(location)) : null;
        string[] several = VersionLocations().Match(settings) is { Success: true } versions ? Clean(versions).Trim('[', ']')
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries) : [];
        var asked = several.Length > 0 ? several.Select(s => s.Trim('"', '\'')) : [named is null ? Versions : $"{named}/{Versions}"];
        return [.. asked.Select(a => Place(context, below, a)).OfType<string>().Distinct()];
    }

    // Its settings name no folder, and its environment asks the application for everything.
    private bool IsFlask(string context, string file, string settings) => !ScriptLocation().IsMatch(settings)
        && facts.ReadFile(ContextPath.Join(context, ContextPath.Join(Path.GetDirectoryName(file) ?? "", "env.py")))
            ?.Contains("flask", StringComparison.OrdinalIgnoreCase) == true;

    // A package's name, a colon and the folder in it.
    private static string Unpacked(string folder) => folder.IndexOf(':') is > 0 and var colon
        ? $"{folder[..colon].Replace('.', '/')}/{folder[(colon + 1)..]}"
        : folder;

    // Alembic's own folder is that of its settings for %(here)s, and the working folder otherwise, which is mostly the same.
    private string? Place(string context, string below, string folder) =>
        new[] { ContextPath.Join(context, ContextPath.Join(below, folder)), ContextPath.Join(context, folder) }.FirstOrDefault(facts.HasFolder);

    private static string Clean(Match match) =>
        match.Groups["path"].Value.Trim().Trim('"', '\'').Replace("%(here)s/", "", StringComparison.Ordinal).Replace("./", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*script_location\s*=\s*(?<path>[^\r\n#;]+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex ScriptLocation();

    [GeneratedRegex(@"^\s*version_locations\s*=\s*(?<path>\[[^\]]*\]|[^\r\n]+(?:\r?\n[ \t]+[^\r\n]+)*)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex VersionLocations();

    [GeneratedRegex(@"^\[tool\.alembic\][^\r\n]*\r?\n(?:(?!^\[).*\r?\n?)*", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Section();
}
