namespace Cake.Docker;

/// <summary>
/// How the value of an argument is written.
/// </summary>
public enum DockerArgumentQuoting
{
    /// <summary>As it is: it may be several arguments.</summary>
    Unquoted,

    /// <summary>As one argument, whatever it contains.</summary>
    Quoted,

    /// <summary>As one argument that logs don't show; of <c>NAME=VALUE</c> they show the name.</summary>
    QuotedSecret,
}
