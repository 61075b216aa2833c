using System.Text.Json;
using Slipway.Dockerfiles.Forecasting;
using Slipway.Dockerfiles.Progress;
using Slipway.Observability.State;

namespace Slipway.Deployment.Images;

/// <summary>Remembers beside the application how long the steps of its builds took.</summary>
/// <param name="folder">The application's folder.</param>
internal sealed class StepTimesFile(string folder)
{
    private readonly StateFolder _state = StateFolder.Of(folder);

    /// <summary>The times of the last builds; none when nothing was built or the file can't be read.</summary>
    public StepTimes Read()
    {
        try
        {
            var path = _state.PathOf(StateFolder.StepTimes);
            return File.Exists(path) && JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(path)) is { } seconds
                ? new StepTimes(seconds)
                : StepTimes.None;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return StepTimes.None;
        }
    }

    /// <summary>Adds the times of a build. What can't be remembered must not fail a build that has succeeded.</summary>
    /// <param name="steps">The steps of the build.</param>
    public void Remember(IReadOnlyList<BuildStep> steps)
    {
        try
        {
            _state.Write(StateFolder.StepTimes, JsonSerializer.SerializeToUtf8Bytes(Read().With(steps).Seconds));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next build will tell again.
        }
    }
}
