using System.Text.Json.Nodes;
using Slipway.Deployment.Execution;
using Slipway.Engine;
using Slipway.Engine.Api;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Deployment.Proxies;

/// <summary>Tests a proxy's configuration in a container that is made for that and removed.</summary>
/// <param name="proxies">The proxies, which need not run.</param>
/// <param name="application">The application's name.</param>
/// <param name="commands">Brings the image if it is not there.</param>
internal sealed class TestProxyHandler(ProxyAccesses proxies, string application, EngineClient engine, ICommandRunner commands)
    : StepHandler<TestProxyStep>
{
    protected override async Task ExecuteAsync(TestProxyStep step, StepOutput output, CancellationToken cancellation)
    {
        await RemoveLeftoversAsync(step.Timeout, cancellation);
        var (proxy, plan) = (proxies.Of(step.ProxyContainer).Proxy, proxies.Of(step.ProxyContainer).Plan);
        if (await TestAsync(step, proxy, plan, output, cancellation) is not { } reason)
        {
            return;
        }

        var own = plan.Extra.Concat(plan.Backends.SelectMany(b => b.Handling.Extra)).ToList();
        throw ExtraFault.LineIn(proxy.Files(plan), reason) is { } line ? ExtraFault.Of(proxy, line, reason)
            : own.Count > 0 && await TestAsync(step, proxy, ExtraFault.Without(plan), output, cancellation) is null
                ? ExtraFault.Of(proxy, ExtraFault.Likely(own, reason), reason)
            : Refusal(proxy, step.Image, reason);
    }

    /// <summary>Why the program does not take the configuration; null when it does.</summary>
    private async Task<string?> TestAsync(TestProxyStep step, IProxy proxy, ProxyPlan plan, StepOutput output, CancellationToken cancellation)
    {
        var container = await CreateAsync(proxy, step.Image, cancellation) ?? await PullAndCreateAsync(proxy, step, output, cancellation);
        try
        {
            await engine.CopyIntoAsync(container, ProxyArchive.Of(proxy.Files(plan), TlsFiles.Of(plan)), cancellation);
            await engine.ActAsync(container, "start", cancellation);
            return await engine.WaitAsync(container, cancellation) == 0 ? null : string.Join("; ", await engine.ErrorsAsync(container, cancellation));
        }
        catch (SlipwayException failure) when (failure.Code == ExitCode.Failed)
        {
            // The image has no such program, say.
            return failure.Message;
        }
        finally
        {
            await RemoveAsync(container, CancellationToken.None);
        }
    }

    private static SlipwayException Refusal(IProxy proxy, string image, string reason) => new(
        ExitCode.Refused,
        $"Preflight refuses, nothing was changed: {image} does not take the configuration that {proxy.Name} would get: {reason}",
        "is the image of that kind, and new enough?");

    // Of runs that were killed; what is younger may be another's that is at work.
    private async Task RemoveLeftoversAsync(TimeSpan age, CancellationToken cancellation)
    {
        var filter = Uri.EscapeDataString($$"""{"label":["{{Labels.Test}}={{application}}"]}""");
        using var found = await engine.GetAsync($"containers/json?all=1&filters={filter}", cancellation);
        var latest = (engine.Now - age).ToUnixTimeSeconds();
        foreach (var container in found!.RootElement.EnumerateArray().Where(c => c.GetProperty("Created").GetInt64() < latest))
        {
            await RemoveAsync(container.GetProperty("Id").GetString()!, cancellation);
        }
    }

    private Task RemoveAsync(string container, CancellationToken cancellation) =>
        engine.DeleteAsync($"containers/{container}?force=true&v=true", cancellation);

    private async Task<string> PullAndCreateAsync(IProxy proxy, TestProxyStep step, StepOutput output, CancellationToken cancellation)
    {
        var pull = await commands.RunAsync(DockerCommands.Pull(step.Image), output.Line, cancellation);
        return pull.ExitCode == 0 && await CreateAsync(proxy, step.Image, cancellation) is { } container
            ? container
            : throw new SlipwayException(
                ExitCode.Refused,
                $"Preflight refuses, nothing was changed: the image {step.Image} of the proxy can't be had: {string.Join("; ", pull.LastErrors)}",
                "name an image that the engine has or can pull");
    }

    /// <summary>The container; null when the engine does not have the image.</summary>
    private async Task<string?> CreateAsync(IProxy proxy, string image, CancellationToken cancellation)
    {
        var words = proxy.TestConfiguration;
        var definition = new JsonObject
        {
            ["Image"] = image,
            ["User"] = proxy.User,
            ["Entrypoint"] = new JsonArray([.. words.Select(w => (JsonNode?)w)]),
            ["Cmd"] = new JsonArray(),
            ["Labels"] = new JsonObject { [Labels.Test] = application },
            ["HostConfig"] = new JsonObject { ["NetworkMode"] = "none" },
        };
        using var created = await engine.PostAsync("containers/create", definition.ToJsonString(), cancellation);
        return created?.RootElement.GetProperty("Id").GetString();
    }
}
