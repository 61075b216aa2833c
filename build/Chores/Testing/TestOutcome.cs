namespace Build.Chores.Testing;

/// <summary>What came of one test program, or of a check that counts as one test.</summary>
/// <param name="Name">The project or the check.</param>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failed">Tests that failed; at least 1 when the program itself did.</param>
/// <param name="Skipped">Tests that say that this machine lacks what they need.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Trouble">Why the program itself failed; null when it did not.</param>
public sealed record TestOutcome(string Name, int Passed, int Failed, int Skipped, TimeSpan Took, string? Trouble = null);
