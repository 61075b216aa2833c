namespace Slipway.Deployment.Strategies.Jobs;

/// <summary>For what does its work and ends, such as a migration: the phase Migrate runs it for each release, before anything of that starts.</summary>
internal sealed class JobStrategy : ReleaseStrategy
{
    public override string Name => "job";

    public override bool RunsOnce => true;
}
