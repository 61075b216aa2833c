using System.Collections.Immutable;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Planning.Changes;
using Known = Slipway.Engine.Labels;

namespace Slipway.Deployment.Planning.Layout;

/// <summary>Describes jobs for the overlay: those that are run as they will be, the others as they were run.</summary>
internal static class JobInstances
{
    /// <summary>The images that they run, by the names under which releases are kept.</summary>
    /// <param name="jobs">What happens with each job.</param>
    public static IEnumerable<KeyValuePair<string, string>> Images(Application application, IEnumerable<JobChange> jobs) =>
        from job in jobs
        let release = job.Labels.GetValueOrDefault(Known.Release)
        let image = job.IsDue ? job.Image.ReleaseTag : release is null ? null : ChangeFinder.ReleaseTag(application.Name, job.Name, release)
        where image is not null
        select KeyValuePair.Create(job.Name, image);

    /// <summary>Their labels.</summary>
    /// <param name="jobs">What happens with each job.</param>
    /// <param name="labels">Gives the labels of the new container of a job that is run.</param>
    public static IEnumerable<KeyValuePair<string, ImmutableArray<KeyValuePair<string, string>>>> Labels(
        IEnumerable<JobChange> jobs, Func<string, ImmutableArray<KeyValuePair<string, string>>> labels) =>
        jobs.Select(job => KeyValuePair.Create(
            job.Name,
            job.IsDue ? labels(job.Name)
                : [.. Known.OfContainers.Where(job.Labels.ContainsKey).Select(l => new KeyValuePair<string, string>(l, job.Labels[l]))]));
}
