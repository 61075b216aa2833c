using Slipway.Options;

namespace Slipway.Hosts;

/// <summary>The help text: what can be asked for, how, and what the exit codes mean.</summary>
internal static class Usage
{
    /// <summary>What <c>--help</c> prints.</summary>
    public static string Text => $"""
        Usage: ./build.sh --target=TARGET [--app=DIR] [options]

        Targets
        {string.Join('\n', TargetDescriptions.All.Select(t => $"  {t.Target,-9} {t.Text}"))}
          --description shows all of them, --tree what each depends on.

        Options
          --app=DIR              The folder of the application, with its slipway.yaml; otherwise that of the sample
          --host=ADDRESS         The engine, ssh://user@host or unix:///path; otherwise slipway.yaml's, DOCKER_HOST's or the local one
          --release=NAME         Deploy: what the release is called; Rollback: the release to go back to
          --consent=NAME[,NAME]  Stateful services that may be replaced
          --allow-contracting    Allows migrations that take away what the running release may use
          --json                 Plan, Status, Lint and Optimize: the answer as JSON
          --dryrun, --dry-run    Plans what is asked for, a rollback too, instead of doing it
          --jobs=N               No more than N tasks at a time
          --bootstrap            Installs and starts what is missing on this machine
          Lint and Optimize have more of their own: docs/lint.md

        Options of Cake
          --target, -t  --exclusive, -e  --tree  --description  --verbosity=quiet|minimal|normal|verbose|diagnostic, -v
          --no-report  --working=DIR, -w  --version  --info  --help, -h

        Exit codes
            0  done, or nothing to do
            1  a phase failed; Lint: a finding is as severe as --fail-on
            2  Plan and Optimize: something would change
            3  something is missing on this machine, or the engine can't be reached
            4  slipway.yaml, the compose file or an argument is wrong; nothing was changed
            5  Preflight refuses (disk, ports, memory, migrations, the proxy's configuration); nothing was changed
            6  another deployment holds the lock; nothing was changed
            7  the new release did not become ready, or failed its watch; the old one serves
            8  no rollback: nothing to go back to, or the schema forbids it; nothing was changed
          130  interrupted by Ctrl-C (143: by SIGTERM); the old release still serves

        """;
}
