using System.Formats.Tar;
using System.Text;
using System.Text.Json.Nodes;
using Slipway.Deployment.Execution;
using Slipway.Engine;
using Slipway.Engine.Api;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Traffic.Proxies;

namespace Slipway.Deployment.Proxies;

/// <summary>Tests a proxy's configuration in a container that is made for that and removed.</summary>
/// <param name="proxy">The kind of proxy.</param>
/// <param name="plan">What its configuration is made from.</param>
/// <param name="application">The application's name.</param>
/// <param name="commands">Brings the image if it is not there.</param>
internal sealed class TestProxyHandler(IProxy proxy, ProxyPlan plan, string application, EngineClient engine, ICommandRunner commands)
    : StepHandler<TestProxyStep>
{
    protected override async Task ExecuteAsync(TestProxyStep step, StepOutput output, CancellationToken cancellation)
    {
        var container = await CreateAsync(step.Image, cancellation) ?? await PullAndCreateAsync(step, output, cancellation);
        try
        {
            await engine.CopyIntoAsync(container, Archive(proxy.Files(plan)), cancellation);
            await engine.ActAsync(container, "start", cancellation);
            if (await engine.WaitAsync(container, cancellation) != 0)
            {
                throw Refusal(step.Image, string.Join("; ", await engine.ErrorsAsync(container, cancellation)));
            }
        }
        catch (SlipwayException failure) when (failure.Code == ExitCode.Failed)
        {
            // The image has no such program, say.
            throw Refusal(step.Image, failure.Message);
        }
        finally
        {
            await engine.DeleteAsync($"containers/{container}?force=true&v=true", CancellationToken.None);
        }
    }

    private SlipwayException Refusal(string image, string reason) => new(
        ExitCode.Refused,
        $"Preflight refuses, nothing was changed: {image} does not take the configuration that {proxy.Name} would get: {reason}",
        "is the image of that kind, and new enough?");

    private async Task<string> PullAndCreateAsync(TestProxyStep step, StepOutput output, CancellationToken cancellation)
    {
        var pull = await commands.RunAsync(DockerCommands.Pull(step.Image), output.Line, cancellation);
        return pull.ExitCode == 0 && await CreateAsync(step.Image, cancellation) is { } container
            ? container
            : throw new SlipwayException(
                ExitCode.Refused,
                $"Preflight refuses, nothing was changed: the image {step.Image} of the proxy can't be had: {string.Join("; ", pull.LastErrors)}",
                "name an image that the engine has or can pull");
    }

    /// <summary>The container; null when the engine does not have the image.</summary>
    private async Task<string?> CreateAsync(string image, CancellationToken cancellation)
    {
        var words = proxy.TestConfiguration;
        var definition = new JsonObject
        {
            ["Image"] = image,
            ["User"] = proxy.User,
            ["Entrypoint"] = new JsonArray([.. words.Select(w => (JsonNode?)w)]),
            ["Cmd"] = new JsonArray(),
            ["Labels"] = new JsonObject { [Labels.Application] = application },
            ["HostConfig"] = new JsonObject { ["NetworkMode"] = "none" },
        };
        using var created = await engine.PostAsync("containers/create", definition.ToJsonString(), cancellation);
        return created?.RootElement.GetProperty("Id").GetString();
    }

    private static MemoryStream Archive(IEnumerable<ProxyFile> files)
    {
        var archive = new MemoryStream();
        using (var tar = new TarWriter(archive, leaveOpen: true))
        {
            foreach (var file in files)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, file.Path.TrimStart('/'))
                {
                    Mode = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(file.Content)),
                });
            }
        }

        archive.Position = 0;
        return archive;
    }
}
