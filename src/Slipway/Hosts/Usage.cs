using Slipway.Options;

namespace Slipway.Hosts;

/// <summary>The help text: what can be asked for, how, and what the exit codes mean.</summary>
/// <param name="program">How users call the program.</param>
/// <param name="options">The options of further tasks, and what is said of each.</param>
internal sealed class Usage(string program, IReadOnlyDictionary<string, string> options)
{
    /// <summary>What <c>--help</c> prints.</summary>
    public string Text => $"""
        Usage: {program} --target=TARGET [--app=DIR] [options]

        Targets
        {string.Join('\n', TargetDescriptions.All.Select(t => $"  {t.Target,-9} {t.Text}"))}
          --description shows all of them, --tree what each depends on. A phase as target is run with all that it needs, and nothing
          after it: --target=Backup makes a dump, --target=SmokeTest tries a release that does not serve.

        Options
          --app=DIR              The folder of the application, with its slipway.yaml; otherwise this program's own
          --host=ADDRESS         The engine, ssh://user@host or unix:///path; otherwise slipway.yaml's, DOCKER_HOST's or the local one
          --release=NAME         Deploy: what the release is called; Rollback: the release to go back to
          --consent=NAME[,NAME]  Stateful services that may be replaced
          --allow-contracting    Allows migrations that take away what the running release may use
          --explain=SERVICE      Init: all that speaks for one role or another of a service; writes nothing
          --json                 Plan, Status, Lint and Optimize: the answer as JSON
          --dryrun, --dry-run    Plans what is asked for, a rollback too, instead of doing it
          --jobs=N               No more than N tasks at a time
          --timings              Says at the end, and in the journal, where each millisecond went
          {string.Join("\n  ", options.Select(o => $"{"--" + o.Key,-22} {o.Value}").Append("Lint and Optimize have more of their own: docs/lint.md"))}

        Options of Cake
          --target, -t  --exclusive, -e  --tree  --description  --verbosity=quiet|minimal|normal|verbose|diagnostic, -v
          --no-report  --working=DIR, -w  --version  --info  --help, -h

        Exit codes
            0  done, or nothing to do
            1  a phase failed; Lint: a finding is as severe as --fail-on
            2  Plan and Optimize: something would change
            3  something is missing on this machine, or the engine can't be reached
            4  slipway.yaml, the compose file or an argument is wrong; nothing was changed
            5  Preflight refuses (disk, ports, memory, migrations, the proxy's configuration), nothing was changed; or a database that had
               to be started first tells of migrations that must not be applied, nothing was migrated or switched
            6  another deployment holds the lock, nothing was changed; or it took the lock over, nothing was changed since
            7  the new release did not become ready, or failed its watch; what serves is told
            8  no rollback: nothing that has served to go back to, or the schema forbids it or can't be asked; nothing was changed
          130  interrupted by Ctrl-C (143: by SIGTERM); what serves is told
          Of several targets, in their order, the first that fails counts; Plan's 2 only where nothing was to be done after it

        """;
}
