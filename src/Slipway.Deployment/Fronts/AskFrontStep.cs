using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Fronts;

/// <summary>Asks as users do, from outside: before anything is changed to know what works, and later whether it still does.</summary>
/// <param name="Requests">What is asked.</param>
/// <param name="Moment">When it is asked.</param>
public sealed record AskFrontStep(IReadOnlyList<FrontRequest> Requests, AskFrontMoment Moment) : Step
{
    /// <inheritdoc/>
    public override bool IsReading => true;

    /// <inheritdoc/>
    public override string Command => $"ask {string.Join(' ', Requests)}";
}
