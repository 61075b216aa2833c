using Slipway.Compose;
using Slipway.Compose.Services;
using Slipway.Observability.Journal;

namespace Slipway.Deployment.Targets;

/// <summary>Finds the values that no text may show.</summary>
internal static class ApplicationSecrets
{
    /// <summary>The values of variables and build arguments that are secret by their names.</summary>
    /// <param name="compose">The application.</param>
    /// <returns>The values. One that is a name, or a word of a name, which every command shows, such as a service's, is left out:
    /// asterisks in its place would tell it all the same, and make the commands unreadable.</returns>
    public static IEnumerable<string> Of(ComposeModel compose)
    {
        var names = compose.Services.SelectMany(s => (string?[])[s.Name, s.Image]).OfType<string>().Append(compose.Name).ToList();
        var shown = names.SelectMany(n => n.Split('/', ':', '@', '-', '_', '.')).Concat(names).ToHashSet(StringComparer.Ordinal);
        return
            from service in compose.Services
            from values in (HiddenValues?[])[service.Environment, service.Build?.Args]
            where values is not null
            from name in values.Names
            where SecretMask.IsSecretName(name)
            let secret = values.TryGet(name, out var value) ? value : string.Empty
            where secret.Length > 0 && !shown.Contains(secret)
            select secret;
    }
}
