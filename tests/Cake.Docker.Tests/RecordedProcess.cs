using Cake.Core.IO;

namespace Cake.Docker.Tests;

/// <summary>A process that has ended with the output and exit code that a test gives it.</summary>
internal sealed class RecordedProcess(int exitCode, string[] output) : IProcess
{
    public void WaitForExit()
    {
    }

    public bool WaitForExit(int milliseconds) => true;

    public int GetExitCode() => exitCode;

    public IEnumerable<string> GetStandardError() => [];

    public IEnumerable<string> GetStandardOutput() => output;

    public void Kill()
    {
    }

    public void Dispose()
    {
    }
}
