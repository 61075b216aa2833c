namespace Slipway.Deployment.Planning;

/// <summary>One phase of a deployment: planned here, run as a task of the same name by whoever runs the plan.</summary>
public interface IPhase
{
    /// <summary>Its name, which is also the name of its task.</summary>
    string Name { get; }

    /// <summary>The names of the phases that must have ended before it begins.</summary>
    IReadOnlyList<string> DependsOn { get; }

    /// <summary>Says what the phase does. A pure function.</summary>
    /// <param name="context">What is planned from.</param>
    /// <returns>The steps and the reason for them, or for there being none.</returns>
    PhasePlan Plan(PlanningContext context);
}
