using Slipway.Testing;
using Slipway.Testing.Engine;

namespace Slipway.Samples.Tests;

public sealed class HelloBotBeforeTests
{
    private static readonly string[] Shared = ["app", "migrations", "alembic.ini", "packages.txt"];

    [Fact]
    public void Is_the_same_application_file_by_file()
    {
        Contents("hello-bot-before").ShouldBe(Contents("hello-bot"));
    }

    [Fact]
    public async Task Its_compose_file_is_accepted_by_compose()
    {
        var services = await Docker.RunAsync("compose", "--project-directory", RepositoryFile.PathOf("samples/hello-bot-before"), "config", "--services");

        services.Split('\n').Order(StringComparer.Ordinal).ShouldBe(["bot", "db", "nginx", "poller"]);
    }

    private static Dictionary<string, string> Contents(string sample)
    {
        var root = RepositoryFile.PathOf($"samples/{sample}");
        return Shared.Select(name => Path.Combine(root, name))
            .SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path])
            .Where(file => !file.Contains("__pycache__", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(root, file), File.ReadAllText);
    }
}
