namespace Slipway.Deployment.Configuration.Rules;

/// <summary>What is to be the name of an image can be one: the engine would only say so in the middle of a deployment.</summary>
internal sealed class ImagesAreNamed : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application)
    {
        if (application.Settings.Proxy is { Image: { } image } proxy && !ImageReference.IsOne(image))
        {
            yield return new ConfigurationProblem(
                proxy.ImagePlace, $"\"{image}\" can't be the name of an image", "write it like nginx:1.28; is a variable in it unset?");
        }

        foreach (var service in application.Settings.Services.Values)
        {
            if (application.Compose.Find(service.Name) is not { } definition)
            {
                continue;
            }

            if (definition.Image is { } own && !ImageReference.IsOne(own))
            {
                yield return new ConfigurationProblem(
                    service.Place,
                    $"the compose file gives service \"{service.Name}\" the image \"{own}\", which can't be the name of one",
                    "write it like registry.example/name:tag, in lower-case letters; is a variable in it unset?");
            }
        }

        // The names under which images are kept are in lower-case letters.
        foreach (var alike in application.Released.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            yield return new ConfigurationProblem(
                alike.Last().Place, $"the services {string.Join(" and ", alike.Select(s => s.Name))} differ in capitals only", "rename one of them");
        }
    }
}
