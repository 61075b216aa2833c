namespace Cake.Docker;

/// <summary>
/// Options of <c>docker login</c>.
/// </summary>
public sealed class DockerRegistryLoginSettings : AutoToolSettings
{
    /// <summary>Gets or sets the password. It goes to the standard input of docker, never to its arguments.</summary>
    [NotAnArgument]
    public string? Password { get; set; }

    /// <summary>Gets or sets whether <c>--password-stdin</c> is given.</summary>
    public bool? PasswordStdin { get; set; }

    /// <summary>Gets or sets the value of <c>--username</c>; left out when null or empty.</summary>
    public string? Username { get; set; }

    /// <inheritdoc/>
    protected override string[] CollectSecretProperties() => [nameof(Password)];
}
