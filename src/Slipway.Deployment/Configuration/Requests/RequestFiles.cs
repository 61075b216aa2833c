using Slipway.Compose;
using Slipway.Traffic.Requests;

namespace Slipway.Deployment.Configuration.Requests;

/// <summary>Reads the files that slipway.yaml names for requests. Of those who may ask nothing is told but the number of a line.</summary>
/// <param name="problems">Receives the mistakes.</param>
internal sealed class RequestFiles(List<ConfigurationProblem> problems)
{
    private const string SecretPrefix = "secret:";

    /// <summary>The settings with what is in the files.</summary>
    public ApplicationSettings Fill(ApplicationSettings settings, ComposeModel compose) => settings with
    {
        Services = settings.Services.ToDictionary(
            s => s.Key, s => s.Value with { Requests = Fill(s.Value.Requests, settings.Folder, compose) }, StringComparer.Ordinal),
        Proxy = settings.Proxy is { } proxy ? proxy with { Requests = Fill(proxy.Requests, settings.Folder, compose) } : null,
    };

    private RequestSettings Fill(RequestSettings requests, string folder, ComposeModel compose)
    {
        var handling = requests.Handling;
        if (requests.Maintenance is { } page && Text(folder, page, requests.Places["maintenance"]) is { } html)
        {
            handling = handling with { Maintenance = new MaintenancePage(html, requests.RetryAfter) };
        }

        if (requests.Users is { } users && Users(folder, users, compose, requests.Places["auth"]) is { } text)
        {
            handling = handling with { Users = Parse(users, text, requests.Places["auth"]) };
        }

        return requests with { Handling = handling };
    }

    private string? Users(string folder, string source, ComposeModel compose, Place place)
    {
        if (!source.StartsWith(SecretPrefix, StringComparison.Ordinal))
        {
            return Text(folder, source, place);
        }

        var name = source[SecretPrefix.Length..];
        switch (compose.Secrets.GetValueOrDefault(name))
        {
            case { File: { } file }:
                return Text(folder, file, place);
            case { Variable: { } variable } when Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text:
                return text;
            case { Variable: { } variable }:
                problems.Add(new ConfigurationProblem(
                    place, $"the secret {name} is the variable {variable}, which is not set", $"set {variable} in the environment of Slipway"));
                return null;
            case null:
                problems.Add(new ConfigurationProblem(
                    place,
                    $"no service of the compose file uses a secret \"{name}\"",
                    NearestName.Suggest(name, compose.Secrets.Keys.Order(StringComparer.Ordinal)) ?? "name its file instead"));
                return null;
            default:
                problems.Add(new ConfigurationProblem(place, $"the secret {name} is kept elsewhere, where Slipway can't read it", "name a file"));
                return null;
        }
    }

    private string? Text(string folder, string path, Place place)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, path)).ReplaceLineEndings("\n");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(new ConfigurationProblem(place, $"{path} does not exist", "paths are relative to the folder of slipway.yaml"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ConfigurationProblem(place, $"{path} can't be read", "name a file that the user may read whom Slipway runs as"));
        }

        return null;
    }

    private List<Credential> Parse(string source, string text, Place place)
    {
        var users = new List<Credential>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0 || lines[i].StartsWith('#'))
            {
                continue;
            }

            if (Credential.Parse(lines[i]) is { } user)
            {
                users.Add(user);
            }
            else
            {
                problems.Add(new ConfigurationProblem(
                    place, $"line {i + 1} of {source} is no name with the hash of a password that would take long to guess", "htpasswd -B writes it"));
            }
        }

        if (users.Count == 0 && lines.All(l => l.Trim().Length == 0 || l.StartsWith('#')))
        {
            problems.Add(new ConfigurationProblem(place, $"{source} names nobody who may ask", "htpasswd -B writes it"));
        }

        return users;
    }
}
