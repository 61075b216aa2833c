namespace Slipway.Databases.Migrations;

/// <summary>What a migration tool's users call what can be wrong with their revisions, and what they do about it.</summary>
/// <param name="Circle">What to do about revisions that follow each other in a circle.</param>
/// <param name="Fails">What fails when there are several heads.</param>
/// <param name="Join">What to do about several heads.</param>
internal sealed record RevisionWords(string Circle, string Fails, string Join);
