namespace Build.Chores;

/// <summary>The checkout that the chores work on.</summary>
/// <param name="Root">Its folder, absolute.</param>
public sealed record Checkout(string Root)
{
    /// <summary>Where everything goes that is made and not kept.</summary>
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>A path within the checkout.</summary>
    /// <param name="parts">The parts below the root.</param>
    /// <returns>The path, absolute.</returns>
    public string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Where the build puts a project's program.</summary>
    /// <param name="project">The project's name, such as <c>Slipway.Graph.Tests</c>.</param>
    /// <param name="configuration">debug or release.</param>
    /// <returns>The path of the dll.</returns>
    public string ProgramOf(string project, string configuration) => At("artifacts", "bin", project, configuration, project + ".dll");
}
