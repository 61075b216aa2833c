namespace Slipway.Observability.Journal;

/// <summary>What a <see cref="JournalEvent"/> tells.</summary>
public enum JournalEventKind
{
    /// <summary>A run (one command of the user) began.</summary>
    RunStarted,

    /// <summary>A run ended; <see cref="JournalEvent.Result"/> says how.</summary>
    RunFinished,

    /// <summary>A phase began; <see cref="JournalEvent.Text"/> is the reason for it.</summary>
    PhaseStarted,

    /// <summary>A phase ended; <see cref="JournalEvent.Result"/> says how.</summary>
    PhaseFinished,

    /// <summary>A phase has nothing to do; <see cref="JournalEvent.Text"/> is the reason.</summary>
    PhaseSkipped,

    /// <summary>A step began; <see cref="JournalEvent.Text"/> is its command as the plan shows it.</summary>
    StepStarted,

    /// <summary>A step ended; <see cref="JournalEvent.Result"/> says how.</summary>
    StepFinished,

    /// <summary>A step failed in a way that may pass and is tried again; <see cref="JournalEvent.Result"/> is what went wrong.</summary>
    StepRetried,

    /// <summary>One line of output, which people see when they ask for details.</summary>
    Output,

    /// <summary>A line that people always see.</summary>
    Note,

    /// <summary>How far a step is; passes with the next one.</summary>
    Progress,
}
