using System.Globalization;
using System.Management.Automation.Host;

namespace Slipway.Scripts.PowerShell;

/// <summary>A host without a user interface, which remembers the exit code that a script asks for.</summary>
internal sealed class ScriptHost : PSHost
{
    public int? ExitCode { get; private set; }

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "script";

    public override PSHostUserInterface UI => null!;

    public override Version Version { get; } = new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException("Nobody is there to answer a prompt.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("Nobody is there to answer a prompt.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;
}
