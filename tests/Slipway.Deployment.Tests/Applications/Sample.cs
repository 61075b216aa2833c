using System.Text;
using Slipway.Compose;
using Slipway.Compose.Files;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Strategies;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Applications;

/// <summary>The applications that plans are made for: a slipway.yaml and what docker compose printed of its compose file.</summary>
internal static class Sample
{
    public static Application HelloBot(Func<string, string>? settings = null, Func<string, string>? compose = null) => Read("hello-bot", settings, compose);

    public static Application Shop(Func<string, string>? settings = null, Func<string, string>? compose = null) => Read("shop", settings, compose);

    private static Application Read(string name, Func<string, string>? settings, Func<string, string>? compose)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Applications", name);
        var yaml = File.ReadAllText(Path.Combine(folder, SettingsReader.FileName));
        var json = File.ReadAllText(Path.Combine(folder, "compose.json"));
        using var temporary = new TemporaryFolder();
        temporary.Write(SettingsReader.FileName, settings?.Invoke(yaml) ?? yaml);
        var problems = new List<ConfigurationProblem>();
        var read = SettingsReader.Read(temporary.Path, StrategyList.All, problems);
        problems.ShouldBeEmpty();
        var model = ComposeModel.Parse(Encoding.UTF8.GetBytes(compose?.Invoke(json) ?? json)).Model.ShouldNotBeNull();
        var sources = ComposeSources.Read([new ComposeFileText("compose.yaml", string.Empty)], _ => null).Sources!;
        return new Application(read, model, sources, []);
    }
}
