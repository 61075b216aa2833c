namespace Cake.Docker;

/// <summary>
/// Options of <c>docker volume create</c>.
/// </summary>
public sealed class DockerVolumeCreateSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--driver</c>; left out when null or empty.</summary>
    public string? Driver { get; set; }

    /// <summary>Gets or sets the value of <c>--label</c>; left out when null or empty.</summary>
    public string? Label { get; set; }

    /// <summary>Gets or sets the value of <c>--name</c>; left out when null or empty.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the values of <c>--opt</c>, which is repeated for each.</summary>
    public string[]? Opt { get; set; }
}
