namespace Slipway.Deployment.Configuration;

/// <summary>When the database is backed up before a deployment.</summary>
public enum BackupPolicy
{
    /// <summary>Only when a migration is pending.</summary>
    BeforeMigration,

    /// <summary>Before every deployment that changes something.</summary>
    Always,

    /// <summary>Not at all, whatever the deployment changes.</summary>
    Never,
}
