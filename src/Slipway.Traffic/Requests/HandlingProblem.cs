namespace Slipway.Traffic.Requests;

/// <summary>Why a proxy can't do with requests what it is asked to.</summary>
/// <param name="Key">What it is called in slipway.yaml, such as <c>max-body</c>.</param>
/// <param name="Message">A sentence for a person.</param>
public sealed record HandlingProblem(string Key, string Message);
