using Slipway.Dockerfiles.Ignoring;

namespace Slipway.Deployment.Observation;

/// <summary>What a build context leaves out.</summary>
internal static class ContextIgnore
{
    /// <summary>Reads the ignore file of a context; the one named after the Dockerfile wins.</summary>
    /// <param name="context">The context's folder.</param>
    /// <returns>The patterns; besides, git's and Slipway's own folders are always left out, since no release depends on them.</returns>
    public static IgnoreFile Read(string context, string dockerfile)
    {
        var path = new[] { dockerfile + ".dockerignore", Path.Combine(context, ".dockerignore") }.FirstOrDefault(File.Exists);
        var ignore = path is null ? IgnoreFile.Empty : IgnoreFile.Parse(File.ReadAllText(path));
        return ignore.With(".git", ".slipway");
    }
}
