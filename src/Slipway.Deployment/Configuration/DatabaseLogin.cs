namespace Slipway.Deployment.Configuration;

/// <summary>Who Slipway is to the database. The password is kept out of every text.</summary>
/// <param name="Password">The password, or null when none is known.</param>
public sealed record DatabaseLogin(string User, string Database, string? Password)
{
    /// <summary>Takes the login from slipway.yaml and the environment of the database's service.</summary>
    /// <param name="settings">Its database.</param>
    /// <returns>The login.</returns>
    public static DatabaseLogin Of(Application application, DatabaseSettings settings)
    {
        var environment = application.Compose.Find(settings.Service)!.Environment;
        var user = settings.User ?? Value("POSTGRES_USER") ?? Value("POSTGRESQL_USERNAME") ?? "postgres";
        return new DatabaseLogin(user, settings.Name ?? Value("POSTGRES_DB") ?? Value("POSTGRESQL_DATABASE") ?? user, Value("POSTGRES_PASSWORD")
            ?? Value("POSTGRESQL_PASSWORD"));

        string? Value(string name) => environment.TryGet(name, out var value) && value.Length > 0 ? value : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{User}@{Database}";
}
