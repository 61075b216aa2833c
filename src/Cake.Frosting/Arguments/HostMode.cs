namespace Cake.Frosting.Arguments;

/// <summary>What a host is asked to do. Of several the last in this order wins, so that more is never done than asked for.</summary>
internal enum HostMode
{
    Build,
    Description,
    Tree,
    DryRun,
    Info,
    Version,
    Help,
}
