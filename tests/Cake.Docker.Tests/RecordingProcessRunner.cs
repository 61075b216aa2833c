using Cake.Core.IO;

namespace Cake.Docker.Tests;

/// <summary>The seam at which Cake starts processes: keeps what would be started.</summary>
internal sealed class RecordingProcessRunner : IProcessRunner
{
    public int ExitCode { get; set; }

    public string[] Output { get; set; } = [];

    public ProcessSettings? Settings { get; private set; }

    public string Arguments => Settings?.Arguments.Render() ?? string.Empty;

    public string ShownArguments => Settings?.Arguments.RenderSafe() ?? string.Empty;

    public IProcess Start(FilePath filePath, ProcessSettings settings)
    {
        Settings = settings;
        return new RecordedProcess(ExitCode, Output);
    }
}
