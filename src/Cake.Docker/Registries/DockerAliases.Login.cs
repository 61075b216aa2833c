using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Logs in to a registry.</summary>
    /// <param name="username">The user.</param>
    /// <param name="password">The password. It goes to the standard input of docker.</param>
    /// <param name="server">The registry; null for the default one.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerLogin(this ICakeContext context, string username, string password, string? server = null)
        => context.DockerLogin(new DockerRegistryLoginSettings { Username = Required(username), Password = Required(password) }, server);

    /// <summary>Logs in to a registry.</summary>
    /// <param name="settings">The options. A password among them goes to the standard input of docker.</param>
    /// <param name="server">The registry; null for the default one.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    [CakeMethodAlias]
    public static void DockerLogin(this ICakeContext context, DockerRegistryLoginSettings settings, string? server = null)
    {
        var runner = RunnerOf<DockerRegistryLoginSettings>(context);
        string[] arguments = server is null ? [] : [server];
        if (string.IsNullOrEmpty(settings.Password))
        {
            runner.Run("login", settings, arguments);
        }
        else
        {
            // Arguments can be read by everybody on the machine.
            runner.RunWithInput(settings.PasswordStdin == true ? "login" : "login --password-stdin", settings, arguments, settings.Password);
        }
    }
}
