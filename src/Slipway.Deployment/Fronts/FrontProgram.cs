namespace Slipway.Deployment.Fronts;

/// <summary>A program that users run as their front.</summary>
/// <param name="Words">Words by which its image or its container's command is known.</param>
/// <param name="Tell">
/// The command in its container after which it has looked up names again, with requests in flight ended in peace; null for one that looks
/// them up by itself whenever it opens a connection.
/// </param>
/// <param name="Test">
/// The command in its container that says whether it would take its configuration as it is on disk: what fails that would not start again
/// either. Null where there is none.
/// </param>
internal sealed record FrontProgram(IReadOnlyList<string> Words, IReadOnlyList<string>? Tell, IReadOnlyList<string>? Test = null);
