using System.Text.RegularExpressions;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Packages;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>What <c>dotnet restore</c> reads: one project, and what MSBuild takes from its folder and those above it.</summary>
internal static partial class NuGetManifests
{
    private static readonly string[] Beside =
    [
        "NuGet.config", "nuget.config", "NuGet.Config", "global.json", "Directory.Build.props", "Directory.Build.targets", "Directory.Build.rsp",
        "Directory.Packages.props", "Directory.Solution.props", "Directory.Solution.targets", "packages.lock.json", "MSBuild.rsp",
    ];

    /// <summary>Whether a file is a project.</summary>
    public static bool IsProject(string file) => file.EndsWith("proj", StringComparison.OrdinalIgnoreCase) && Path.GetExtension(file).Length is 7;

    /// <summary>Whether a file is a solution, which names projects in other folders.</summary>
    public static bool IsSolution(string file) => Path.GetExtension(file).ToLowerInvariant() is ".sln" or ".slnx" or ".slnf";

    /// <summary>The files of an installation, as far as they are told by their names: the project, and what stands beside it or at the root.</summary>
    public static IReadOnlyList<string> Of(BuildContext build, PackageCall call)
    {
        var named = call.Command.Operands().Select(w => w.Text).FirstOrDefault(t => IsProject(t) || IsSolution(t));
        var folder = named is null ? "" : Path.GetDirectoryName(named)!.Replace('\\', '/');
        string[] projects = named is not null ? [named] : [.. Names(build).Where(n => IsProject(n) || IsSolution(n))];
        return [.. projects, .. Beside, .. folder.Length > 0 ? Beside.Select(b => $"{folder}/{b}") : []];
    }

    /// <summary>Why these files aren't all that is read; null when they are.</summary>
    public static string? WhyNot(IReadOnlyList<string> files) =>
        files.FirstOrDefault(IsSolution) is { } solution ? $"{solution} names projects in folders of their own, whose files are needed too"
        : files.Count(IsProject) != 1 ? "which project is restored can't be told from here"
        : null;

    /// <summary>Why a file leads to others; null when it doesn't.</summary>
    public static string? LeadsTo(string name, string text) =>
        name.EndsWith("onfig", StringComparison.Ordinal) ? (LocalSource().IsMatch(text) ? $"{name} names folders of this machine" : null)
        : Import().Match(text) is { Success: true } import ? $"{name} has {import.Value}, which leads to other files"
        : null;

    // The files of the folder that the command runs in have to be told by their names alone: where they are copied from is found by each.
    private static IEnumerable<string> Names(BuildContext build) => (build.Files ?? [])
        .Select(f => Path.GetFileName(f.Path)).Distinct(StringComparer.Ordinal);

    [GeneratedRegex("<(?:ProjectReference|Import|MSBuild|Reference\\s+Include=\"[^\"]*\\.dll|None\\s+Include=\"[^\"]*nuspec)", RegexOptions.IgnoreCase)]
    private static partial Regex Import();

    [GeneratedRegex("<add\\s[^>]*value=\"(?!https?://)(?!true|false|[0-9]+\")[^\"]*[/\\\\.][^\"]*\"", RegexOptions.IgnoreCase)]
    private static partial Regex LocalSource();
}
