using Slipway.Planning.Changes;

namespace Slipway.Planning.Preflight;

/// <summary>A release that is rolled back to is still on the engine.</summary>
internal sealed class ReleaseIsKept : IPreflightRule
{
    public IEnumerable<Refusal> Check(DeploymentInputs inputs)
    {
        var kept = KeptReleases.Complete(inputs);
        if (inputs.Request.Kept && !kept.Contains(inputs.Release))
        {
            yield return new Refusal(
                $"the release {inputs.Release} is not on the engine any more",
                kept.Count == 0 ? "there is none to go back to" : $"there are: {string.Join(", ", kept)}");
        }
    }
}
