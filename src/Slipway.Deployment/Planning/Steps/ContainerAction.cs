namespace Slipway.Deployment.Planning.Steps;

/// <summary>What is done with a container.</summary>
public enum ContainerAction
{
    /// <summary>It is started; one that runs stays as it is.</summary>
    Start,

    /// <summary>It is asked to end, and killed after its own time to stop; one that has ended stays as it is.</summary>
    Stop,

    /// <summary>It goes on after a pause.</summary>
    Unpause,

    /// <summary>It gets another name.</summary>
    Rename,

    /// <summary>It is removed with the volumes that have no name, and killed if need be.</summary>
    Remove,

    /// <summary>A command is run in it.</summary>
    Execute,
}
