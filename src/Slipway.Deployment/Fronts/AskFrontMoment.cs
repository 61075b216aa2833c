namespace Slipway.Deployment.Fronts;

/// <summary>When users' requests are tried.</summary>
public enum AskFrontMoment
{
    /// <summary>Before anything is changed: the answers are what is expected later.</summary>
    Before,

    /// <summary>Before anything is changed, while something serves: at least one request must be answered, or nothing could be expected later.</summary>
    BeforeTakeOver,

    /// <summary>After the switch: what worked must work.</summary>
    After,

    /// <summary>After a way back: what is found is told.</summary>
    Undone,
}
