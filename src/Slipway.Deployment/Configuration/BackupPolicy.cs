namespace Slipway.Deployment.Configuration;

/// <summary>When the database is backed up before a deployment.</summary>
public enum BackupPolicy
{
    /// <summary>Only when something may change the schema: a pending migration, a job, or a service that migrates when it starts.</summary>
    BeforeMigration,

    /// <summary>Before every deployment that changes something.</summary>
    Always,

    /// <summary>Not at all, whatever the deployment changes.</summary>
    Never,
}
