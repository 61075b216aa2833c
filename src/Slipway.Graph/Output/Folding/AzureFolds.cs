namespace Slipway.Graph.Output.Folding;

/// <summary>https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands, "Formatting commands".</summary>
internal sealed class AzureFolds : IFoldMarkers
{
    public string Open(string task, DateTimeOffset at) => $"##[group]{task}\n";

    public string Close(string task, DateTimeOffset at) => "##[endgroup]\n";
}
