namespace Cake.Frosting.Arguments;

/// <summary>What a host is asked to do.</summary>
internal enum HostMode
{
    Build,
    DryRun,
    Tree,
    Description,
    Help,
    Info,
    Version,
}
