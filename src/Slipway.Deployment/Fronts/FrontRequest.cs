namespace Slipway.Deployment.Fronts;

/// <summary>A request as users make it.</summary>
/// <param name="Address">The address of the engine's host that the port is published on, such as 127.0.0.1.</param>
/// <param name="Port">The published port.</param>
/// <param name="IsTls">Whether it is made by https; null when that has to be found out.</param>
/// <param name="Host">The host that it names.</param>
/// <param name="Path">The path, with its query.</param>
public sealed record FrontRequest(string Address, int Port, bool? IsTls, string Host, string Path)
{
    /// <summary>Whether the proxy may ask who it is (401), since slipway.yaml says so of a service.</summary>
    public bool MayBeAskedWho { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{(IsTls == true ? "https" : "http")}://{Host}:{Port}{Path}";
}
