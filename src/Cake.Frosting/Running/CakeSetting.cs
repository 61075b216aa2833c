namespace Cake.Frosting.Running;

/// <summary>A Cake setting that the build was configured with.</summary>
internal sealed record CakeSetting(string Key, string Value);
