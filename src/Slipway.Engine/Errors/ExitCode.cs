namespace Slipway.Engine.Errors;

/// <summary>The exit codes of Slipway's commands.</summary>
public enum ExitCode
{
    /// <summary>Done, or nothing to do.</summary>
    Success = 0,

    /// <summary>A phase failed; from Lint: a finding is as severe as the threshold.</summary>
    Failed = 1,

    /// <summary>Only from Plan and Optimize: Deploy, or Optimize with <c>--apply</c>, would change something.</summary>
    WouldChange = 2,

    /// <summary>Something is missing on this machine or can't be reached: the engine, Compose, an image.</summary>
    MissingPart = 3,

    /// <summary>slipway.yaml, the compose file or an argument is wrong. Nothing was changed.</summary>
    BadConfiguration = 4,

    /// <summary>Preflight refused: disk, port, memory, migrations; or a check that could be made only later did. Nothing was migrated or switched.</summary>
    Refused = 5,

    /// <summary>Another deployment holds the lock, or has taken it over. Nothing was changed since.</summary>
    Locked = 6,

    /// <summary>The new release did not become ready, or failed its watch. What serves is told.</summary>
    NotReady = 7,

    /// <summary>There is nothing to roll back to, or the schema forbids it. Nothing was changed.</summary>
    NoRollback = 8,
}
