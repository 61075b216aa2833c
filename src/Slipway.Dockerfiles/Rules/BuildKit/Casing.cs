namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>The case of an instruction's name.</summary>
internal static class Casing
{
    /// <summary>True for lower case, false for upper case, null for a mixture.</summary>
    public static bool? Of(string keyword) =>
        !keyword.Any(char.IsUpper) ? true : !keyword.Any(char.IsLower) ? false : null;
}
