namespace Slipway.Engine.Commands;

/// <summary>
/// Makes the commands of docker and docker compose that steps of a plan give. A seam, so that a deployment knows nothing of what
/// makes them. To make one runs nothing, and gives the same words for the same question.
/// </summary>
public interface IDockerCommandLines
{
    /// <summary>Builds the images of services.</summary>
    /// <param name="services">The services; none for all.</param>
    /// <returns>The command.</returns>
    CommandLine Build(ComposeProject project, IEnumerable<string> services);

    /// <summary>Pulls the images of services, without a word about how far it is.</summary>
    /// <param name="services">The services; none for all.</param>
    /// <returns>The command.</returns>
    CommandLine Pull(ComposeProject project, IEnumerable<string> services);

    /// <summary>Creates the containers of services without starting them.</summary>
    /// <param name="services">The services, whose images are there; none for all.</param>
    /// <param name="force">Whether containers that are there are made anew in any case.</param>
    /// <returns>The command.</returns>
    CommandLine Create(ComposeProject project, IEnumerable<string> services, bool force);

    /// <summary>Starts services whose images are there, and nothing that they depend on.</summary>
    /// <param name="services">The services; none for all.</param>
    /// <returns>The command.</returns>
    CommandLine Start(ComposeProject project, IEnumerable<string> services);

    /// <summary>Starts services, recreates those whose definition changed, and waits until they run and are healthy.</summary>
    /// <param name="services">The services; none for all.</param>
    /// <param name="keep">
    /// Whether containers that are there stay whatever was changed. Compose takes a service with <c>depends_on</c> for changed, because it is
    /// started without what it depends on.
    /// </param>
    /// <returns>The command.</returns>
    CommandLine UpAndWait(ComposeProject project, IEnumerable<string> services, bool keep = false);

    /// <summary>Starts services, or recreates those whose definition changed.</summary>
    /// <param name="services">The services; none for all.</param>
    /// <param name="stopSeconds">Whole seconds that a running container gets to end; null for its own time.</param>
    /// <returns>The command.</returns>
    CommandLine Up(ComposeProject project, IEnumerable<string> services, int? stopSeconds = null);

    /// <summary>Stops and removes the containers of services.</summary>
    /// <param name="services">The services; none for all.</param>
    /// <returns>The command.</returns>
    CommandLine Remove(ComposeProject project, IEnumerable<string> services);

    /// <summary>Brings a container that runs onto a network.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="container">The container's name.</param>
    /// <param name="aliases">The names that it answers to there.</param>
    /// <param name="address">Its fixed IPv4 address there; null for any.</param>
    /// <returns>The command.</returns>
    CommandLine Connect(string network, string container, IEnumerable<string> aliases, string? address);

    /// <summary>Gives an image a further name.</summary>
    /// <param name="name">Its new name.</param>
    /// <returns>The command.</returns>
    CommandLine Tag(string image, string name);

    /// <summary>Takes names off images, and removes those that have none left.</summary>
    /// <returns>The command.</returns>
    CommandLine RemoveImages(IEnumerable<string> names);

    /// <summary>Stops containers.</summary>
    /// <param name="containers">Their names.</param>
    /// <param name="seconds">Whole seconds that each gets to end; null for its own time.</param>
    /// <returns>The command.</returns>
    CommandLine Stop(IEnumerable<string> containers, int? seconds = null);

    /// <summary>Starts containers.</summary>
    /// <param name="containers">Their names.</param>
    /// <returns>The command.</returns>
    CommandLine Start(IEnumerable<string> containers);

    /// <summary>Removes containers that have ended.</summary>
    /// <param name="containers">Their names.</param>
    /// <returns>The command.</returns>
    CommandLine Remove(IEnumerable<string> containers);

    /// <summary>Ends containers at once and removes them, those that are there.</summary>
    /// <param name="containers">Their names.</param>
    /// <returns>The command.</returns>
    CommandLine RemoveAtOnce(IEnumerable<string> containers);

    /// <summary>Runs a program in a container.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="words">The program and its arguments.</param>
    /// <returns>The command.</returns>
    CommandLine Execute(string container, IEnumerable<string> words);
}
