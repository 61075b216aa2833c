using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Preflight;

namespace Slipway.Deployment.Images;

/// <summary>A release that is rolled back to is still on the engine.</summary>
internal sealed class ReleaseIsKept : IPreflightRule
{
    public IEnumerable<Refusal> Check(PlanningContext context)
    {
        var kept = KeptReleases.Complete(context);
        if (context.Request.Kept && !kept.Contains(context.Release))
        {
            var gone = KeptReleases.Missing(context, context.Release);
            yield return new Refusal(
                gone.Count == 0 ? $"the release {context.Release} never served"
                    : gone.Count < context.Services.Count
                    ? $"the release {context.Release} is not complete any more: the image of {string.Join(", ", gone)} is gone"
                    : $"the release {context.Release} is not on the engine any more",
                kept.Count == 0 ? "there is none to go back to" : $"there are: {string.Join(", ", kept)}");
        }
    }
}
