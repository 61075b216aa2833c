using System.Text;
using Slipway.Compose;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>Files of the application's folder that are mounted into a service.</summary>
public sealed class MountSpecs
{
    [Theory]
    [InlineData("poller", "poller: a file of ./conf changed")]
    [InlineData("bot", "bot: a file of ./conf changed")]
    public void A_changed_file_of_a_mount_that_cannot_be_written_to_is_told(string service, string reason)
    {
        var scene = With(Scene.HelloBot(), service, true, "one").Deploy();

        With(scene, service, true, "two").Plan().Context.Changing.Select(s => $"{s.Name}: {s.Reason}").ShouldBe([reason]);
        With(scene, service, true, "one").Plan().Context.ChangesAnything.ShouldBeFalse();
    }

    [Fact]
    public void A_changed_file_of_replicas_is_told()
    {
        var scene = With(Scene.Shop(), "worker", true, "one").Deploy();

        With(scene, "worker", true, "two").Plan().Context.Changing.Select(s => $"{s.Name}: {s.Reason}").ShouldBe(["worker: a file of ./conf changed"]);
    }

    [Fact]
    public void What_can_be_written_to_is_data()
    {
        var scene = With(Scene.HelloBot(), "poller", false, "one").Deploy();

        With(scene, "poller", false, "two").Plan().Context.ChangesAnything.ShouldBeFalse();
    }

    private static Scene With(Scene scene, string service, bool isReadOnly, string digest)
    {
        var name = scene.Application.Name;
        var json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Applications", name, "compose.json"));
        var volume = $$"""{"type": "bind", "source": "/app/conf", "target": "/conf"{{(isReadOnly ? ", \"read_only\": true" : string.Empty)}}}""";
        var at = json.IndexOf('{', json.IndexOf($"\"{service}\": {{", json.IndexOf("\"services\"", StringComparison.Ordinal), StringComparison.Ordinal)) + 1;
        var model = ComposeModel.Parse(Encoding.UTF8.GetBytes(json.Insert(at, $"\"volumes\": [{volume}],")), "/app", _ => digest).Model.ShouldNotBeNull();
        return scene.With(scene.Application with { Compose = model });
    }
}
