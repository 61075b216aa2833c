using System.Xml.Linq;

namespace Slipway.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed class ReferenceRules
{
    // What every linter shares knows none of them, so they may know it.
    private const string Shared = "Slipway.Findings";

    // What starts processes itself needs it, and only that.
    private const string Processes = "Slipway.Processes";

    private static readonly string[] BuildsOnCake = ["Slipway", "Slipway.Graph"];
    private static readonly string[] StandIns = ["Cake.Frosting", "Cake.Docker"];

    // Where the helper libraries meet, and what else each of these rooms may know of ours.
    private static readonly Dictionary<string, string[]> MeetingPlaces = new()
    {
        ["Slipway.Engine"] = [Processes],
        ["Slipway.Deployment"] = ["Slipway.Engine"],
        ["Slipway.Linting"] = ["Slipway.Engine", "Slipway.Deployment"],
        ["Slipway"] = ["Slipway.Engine", "Slipway.Deployment", "Slipway.Linting", "Slipway.Graph", .. StandIns],
    };

    [Fact]
    public void Only_what_is_made_for_it_knows_Cake() =>
        Assembly.Ours().Where(a => !BuildsOnCake.Contains(a.Name) && !StandIns.Contains(a.Name))
            .SelectMany(a => a.References.Where(r => r.StartsWith("Cake", StringComparison.Ordinal) || r.StartsWith("Spectre", StringComparison.Ordinal)).Select(r => $"{a} -> {r}"))
            .ShouldBeEmpty();

    [Fact]
    public void An_assembly_knows_only_those_of_ours_that_it_may() =>
        Assembly.Ours().SelectMany(a => a.References.Where(r => IsOurs(r) && !MayKnow(a.Name, r)).Select(r => $"{a} -> {r}")).ShouldBeEmpty();

    [Fact]
    public void The_stand_ins_know_nothing_of_Slipway() =>
        StandIns.SelectMany(s => Assembly.Read(s).References).Where(IsOurs).ShouldBeEmpty();

    [Fact]
    public void Projects_reference_what_their_code_may_use() =>
        Repository.Projects().Where(p => p.StartsWith("src/", StringComparison.Ordinal))
            .Select(p => (Name: Path.GetFileNameWithoutExtension(p), Project: p))
            .SelectMany(p => References(p.Project).Where(r => !MayKnow(p.Name, r)).Select(r => $"{p.Name} -> {r}"))
            .ShouldBeEmpty();

    [Fact]
    public void Which_Cake_packages_are_used_is_a_switch_for_everybody()
    {
        foreach (var project in Repository.Projects())
        {
            var groups = XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("ProjectReference")
                .Where(r => StandIns.Contains(Name(r)) && r.Attribute("ReferenceOutputAssembly")?.Value != "false")
                .Select(r => r.Attribute("Condition")?.Value ?? r.Parent!.Attribute("Condition")?.Value);
            groups.ShouldAllBe(c => c == "'$(CakePackages)' != 'true'", $"{project} must work with the published packages as well");
        }
    }

    [Fact]
    public void The_stand_ins_show_their_internals_to_nobody() =>
        StandIns.SelectMany(s => XDocument.Load(Path.Combine(Repository.Root, "src", s, s + ".csproj")).Descendants("InternalsVisibleTo")).ShouldBeEmpty();

    [Fact]
    public void The_stand_ins_have_the_identity_of_the_published_assemblies()
    {
        System.Reflection.AssemblyName.GetAssemblyName(Path.Combine(AppContext.BaseDirectory, "Cake.Frosting.dll")).Version.ShouldBe(new Version(7, 0, 0, 0));
        System.Reflection.AssemblyName.GetAssemblyName(Path.Combine(AppContext.BaseDirectory, "Cake.Docker.dll")).Version.ShouldBe(new Version(1, 5, 0, 0));
    }

    private static bool MayKnow(string assembly, string other) => MeetingPlaces.TryGetValue(assembly, out var rooms)
        ? rooms.Contains(other) || (assembly != "Slipway.Engine" && IsHelper(other))
        : (other == Shared && assembly != Shared && !StandIns.Contains(assembly)) || (assembly == "Slipway.Graph" && other == Processes);

    private static bool IsHelper(string name) => IsOurs(name) && !MeetingPlaces.ContainsKey(name) && name is not (Processes or "Slipway.Graph");

    private static bool IsOurs(string reference) => reference == "Slipway" || reference.StartsWith("Slipway.", StringComparison.Ordinal);

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("ProjectReference").Select(Name);

    private static string Name(XElement reference) => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
