using Slipway.Deployment.Configuration;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Observation;

/// <summary>Lets the engine ask registries what the names of images lead to now, which changes nothing and brings no image.</summary>
/// <param name="engine">The engine's API.</param>
/// <param name="time">The clock.</param>
internal sealed class RegistryReader(EngineClient engine, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Asks for the images that compose always pulls, side by side.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What each name leads to; none for images that are built here, or named by their digest.</returns>
    public async Task<IReadOnlyDictionary<string, RegistryObservation>> ReadAsync(Application application, CancellationToken cancellation)
    {
        var references = application.Released
            .Select(s => application.Compose.Find(s.Name)!)
            .Where(s => s is { PullPolicy: "always", Build: null, Image: not null } && !s.Image.Contains('@', StringComparison.Ordinal))
            .Select(s => ImageReference.WithTag(s.Image!))
            .Distinct(StringComparer.Ordinal);
        var answers = await Task.WhenAll(references.Select(async r => KeyValuePair.Create(r, await AskAsync(r, cancellation))));
        return new Dictionary<string, RegistryObservation>(answers, StringComparer.Ordinal);
    }

    private async Task<RegistryObservation> AskAsync(string reference, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var json = await engine.GetAsync($"distribution/{reference}/json", either.Token);
            return json is not null && json.RootElement.TryGetProperty("Descriptor", out var found) && found.TryGetProperty("digest", out var digest)
                ? new RegistryObservation(digest.GetString())
                : new RegistryObservation(null, "it knows no such image");
        }
        catch (SlipwayException failure)
        {
            return new RegistryObservation(null, failure.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new RegistryObservation(null, $"no answer within {Patience.TotalSeconds:0} s");
        }
    }
}
