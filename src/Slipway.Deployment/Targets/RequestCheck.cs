using Slipway.Deployment.Configuration;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Engine.Addresses;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Targets;

/// <summary>Holds what the user asked for against the application: what names nothing, or can't be built, is a mistake and no wish.</summary>
internal static class RequestCheck
{
    /// <summary>Lets only consents pass that name something.</summary>
    /// <exception cref="SlipwayException">There is no such service (<see cref="ExitCode.BadConfiguration"/>).</exception>
    public static void DemandKnownConsents(Application application, DeploymentRequest request)
    {
        IReadOnlyList<string> known =
        [
            .. application.Stateful,
            .. application.Released.Select(s => s.Name),
            .. application.Settings.Proxy is { } proxy ? [proxy.Service] : Array.Empty<string>(),
        ];
        if (request.Consents.FirstOrDefault(c => !known.Contains(c)) is { } unknown)
        {
            throw new SlipwayException(
                ExitCode.BadConfiguration,
                $"--consent: \"{unknown}\" is neither a service nor the proxy",
                NearestName.Suggest(unknown, known) ?? "there is nothing that needs a consent");
        }
    }

    /// <summary>Lets only what finds its files there be given back to plain compose.</summary>
    /// <exception cref="SlipwayException">The engine's host has not the files that the compose file mounts (<see cref="ExitCode.Refused"/>).</exception>
    public static void DemandFiles(Application application, DeploymentRequest request)
    {
        if (request.IsRelease && application.Mounts.Copied.Values.FirstOrDefault() is { } copied)
        {
            throw new SlipwayException(
                ExitCode.Refused,
                $"plain compose would find no {copied.Path} on the engine's host: it is on this machine only",
                "run Release there, in a folder that has the application's files");
        }
    }

    /// <summary>Lets only an engine pass whose host has the files that are written for others there.</summary>
    /// <exception cref="SlipwayException">It is another host (<see cref="ExitCode.BadConfiguration"/>).</exception>
    public static void DemandOwnFiles(Application application, EngineConnection connection)
    {
        if (!connection.IsLocal && application.Settings.Proxy?.Traefik is { } traefik)
        {
            throw new SlipwayException(
                ExitCode.BadConfiguration,
                $"{traefik.Place}: {traefik.File} is written on this machine, and Traefik reads it on another one ({connection.DisplayName})",
                "let Traefik find the services by labels");
        }
    }

    /// <summary>Lets only a plan pass whose images can be built.</summary>
    /// <exception cref="SlipwayException">A build context or a Dockerfile is missing (<see cref="ExitCode.BadConfiguration"/>).</exception>
    public static void DemandSources(PlanningContext context)
    {
        foreach (var image in context.Changing.Select(s => s.Image).Where(i => i.Action == ImageAction.Build).DistinctBy(i => i.Service))
        {
            var build = context.Application.Compose.Find(image.Service)?.Build;
            if (build is not null && WhatIsMissing(build, context.Application.Settings.Folder) is { } missing)
            {
                throw new SlipwayException(
                    ExitCode.BadConfiguration,
                    $"{context.Application.Settings.ComposeFiles[0]}: service \"{image.Service}\" can't be built: {missing}",
                    $"look at services.{image.Service}.build in the compose file");
            }

            if (build is not null && DockerfileCheck.WhatIsWrong(build, context.Application.Settings.Folder) is { } wrong)
            {
                throw new SlipwayException(
                    ExitCode.BadConfiguration, wrong, $"service \"{image.Service}\" is built of it; --target=Lint says all that it finds in it");
            }
        }
    }

    // What is no path of this machine, such as the address of a repository, is the builder's to look for.
    private static string? WhatIsMissing(Compose.Services.BuildDefinition build, string folder)
    {
        if (build.Context.Contains("://", StringComparison.Ordinal) || build.Context.StartsWith("git@", StringComparison.Ordinal))
        {
            return null;
        }

        var context = Path.GetFullPath(Path.Combine(folder, build.Context));
        return !Directory.Exists(context) ? $"there is no folder {context}"
            : build.Dockerfile is { } file && !File.Exists(Path.Combine(context, file)) ? $"there is no Dockerfile {Path.Combine(context, file)}"
            : null;
    }
}
