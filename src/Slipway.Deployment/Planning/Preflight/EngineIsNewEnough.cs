namespace Slipway.Deployment.Planning.Preflight;

/// <summary>The engine is 25 or later, the first with start_interval and API 1.44.</summary>
internal sealed class EngineIsNewEnough : IPreflightRule
{
    private const int Oldest = 25;

    public IEnumerable<Refusal> Check(PlanningContext context)
    {
        var version = context.Observation.Engine.Version;
        if (int.TryParse(version.Split('.')[0], out var major) && major < Oldest)
        {
            yield return new Refusal($"the engine is {version}, but Slipway needs {Oldest} or later", "upgrade Docker Engine");
        }
    }
}
