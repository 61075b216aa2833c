namespace Slipway.Deployment.Planning.Changes;

/// <summary>What happens with the image of one service.</summary>
/// <param name="Service">The compose service.</param>
/// <param name="Reference">The image's name as the compose file has it.</param>
/// <param name="Action">What has to happen.</param>
/// <param name="Id">The image's identifier, or null while it is not known.</param>
/// <param name="Reason">Why, in a few words.</param>
/// <param name="ReleaseTag">The name under which this release's image is kept.</param>
public sealed record ImageChange(string Service, string Reference, ImageAction Action, string? Id, string Reason, string ReleaseTag);
