using Slipway.Engine.Errors;

namespace Slipway.Engine.Api;

/// <summary>What <see cref="EngineClient"/> does with containers besides starting and stopping them.</summary>
public static class EngineContainers
{
    /// <summary>Gives a container another name.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="name">Its new name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when there is no such container.</returns>
    /// <exception cref="SlipwayException">The name is taken, or the engine is down or answers with an error.</exception>
    public static Task<bool> RenameAsync(this EngineClient engine, string container, string name, CancellationToken cancellation) =>
        engine.ActAsync(container, $"rename?name={Uri.EscapeDataString(name)}", cancellation);

    /// <summary>Removes a container with the volumes that have no name, and kills it if it runs.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>When it is gone; one that is not there any more is as good.</returns>
    /// <exception cref="SlipwayException">The engine is down or answers with an error.</exception>
    public static Task RemoveAsync(this EngineClient engine, string container, CancellationToken cancellation) =>
        engine.DeleteAsync($"containers/{Uri.EscapeDataString(container)}?force=true&v=true", cancellation);

    /// <summary>Takes a container off a network, with the address that it has there.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="network">The network's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>When it is done.</returns>
    /// <exception cref="SlipwayException">It is not on that network, or the engine is down or answers with an error.</exception>
    public static async Task DisconnectAsync(this EngineClient engine, string container, string network, CancellationToken cancellation) =>
        (await engine.PostAsync($"networks/{Uri.EscapeDataString(network)}/disconnect", $$"""{"Container":"{{container}}"}""", cancellation))?.Dispose();
}
