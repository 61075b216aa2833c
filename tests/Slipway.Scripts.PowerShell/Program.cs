using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Slipway.Scripts.PowerShell;

// Runs a script with its arguments, as `pwsh -File SCRIPT ARGUMENT...` does, where no pwsh can be installed.
var host = new ScriptHost();
using var runspace = RunspaceFactory.CreateRunspace(host, InitialSessionState.CreateDefault2());
runspace.Open();
using var shell = System.Management.Automation.PowerShell.Create(runspace);
var script = new Command(args[0]);
foreach (var argument in args.Skip(1))
{
    script.Parameters.Add(null, argument);
}

shell.Commands.AddCommand(script);

using var output = new PSDataCollection<PSObject>();
output.DataAdded += (_, added) => Console.WriteLine(output[added.Index]);
try
{
    await shell.InvokeAsync<PSObject, PSObject>(null, output);
}
catch (RuntimeException failure)
{
    await Console.Error.WriteLineAsync($"{failure.Message}\n{failure.ErrorRecord.ScriptStackTrace}");
    return 1;
}

return host.ExitCode ?? runspace.SessionStateProxy.GetVariable("LASTEXITCODE") as int? ?? 0;
