namespace Slipway.Deployment.Configuration;

/// <summary>The application's PostgreSQL database.</summary>
public sealed record DatabaseSettings
{
    /// <summary>The compose service that runs it.</summary>
    public required string Service { get; init; }

    /// <summary>Its TCP port inside the container.</summary>
    public int Port { get; init; } = 5432;

    /// <summary>The database user; without it POSTGRES_USER of the service, else <c>postgres</c>.</summary>
    public string? User { get; init; }

    /// <summary>The database's name; without it POSTGRES_DB of the service, else the user's name.</summary>
    public string? Name { get; init; }

    /// <summary>When it is backed up.</summary>
    public BackupPolicy Backup { get; init; } = BackupPolicy.BeforeMigration;

    /// <summary>How many backups are kept, 1 to 1000.</summary>
    public int KeepBackups { get; init; } = 5;

    /// <summary>Where in slipway.yaml it stands.</summary>
    public Place Place { get; init; } = Place.None;
}
