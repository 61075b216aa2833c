namespace Slipway.Deployment.Configuration.Rules;

/// <summary>Holds slipway.yaml against the compose files in one respect.</summary>
internal interface IApplicationRule
{
    IEnumerable<ConfigurationProblem> Check(Application application);
}
