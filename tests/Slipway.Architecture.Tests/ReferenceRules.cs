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

    [Fact]
    public void A_helper_library_does_not_know_Cake() =>
        Helpers().SelectMany(a => a.References.Where(r => r.StartsWith("Cake", StringComparison.Ordinal) || r.StartsWith("Spectre", StringComparison.Ordinal)).Select(r => $"{a} -> {r}"))
            .ShouldBeEmpty();

    [Fact]
    public void Helper_libraries_do_not_know_each_other() =>
        Helpers().SelectMany(a => a.References.Where(r => IsOurs(r) && (r != Shared || a.Name == Shared)).Select(r => $"{a} -> {r}")).ShouldBeEmpty();

    [Fact]
    public void The_parallel_engine_is_of_use_without_Slipway() =>
        Assembly.Read("Slipway.Graph").References.Where(r => (IsOurs(r) && r != Processes) || StandIns.Contains(r)).ShouldBeEmpty();

    [Fact]
    public void The_stand_ins_know_nothing_of_Slipway() =>
        StandIns.SelectMany(s => Assembly.Read(s).References).Where(IsOurs).ShouldBeEmpty();

    [Fact]
    public void Projects_reference_what_their_code_may_use()
    {
        foreach (var project in Repository.Projects().Where(p => p.StartsWith("src/", StringComparison.Ordinal)))
        {
            var name = Path.GetFileNameWithoutExtension(project);
            var references = References(project).ToList();
            if (name != "Slipway")
            {
                references.Where(r => r != Shared && !(r == Processes && name == "Slipway.Graph")).ShouldBeEmpty($"{name} references other projects");
            }
        }
    }

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

    private static IEnumerable<Assembly> Helpers() => Assembly.Ours().Where(a => !BuildsOnCake.Contains(a.Name) && !StandIns.Contains(a.Name));

    private static bool IsOurs(string reference) => reference == "Slipway" || reference.StartsWith("Slipway.", StringComparison.Ordinal);

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("ProjectReference").Select(Name);

    private static string Name(XElement reference) => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
