namespace Slipway.Deployment.Planning.Changes;

/// <summary>What a deployment does around the slots.</summary>
/// <param name="Start">Stateful services that do not run and are started.</param>
/// <param name="Replace">Stateful services whose definition changed and whose replacement the user consented to.</param>
/// <param name="LeftAlone">Stateful services whose definition changed, which are left alone without consent.</param>
/// <param name="StartProxy">Whether the proxy is created or started.</param>
/// <param name="ReplaceProxy">Whether the running proxy is recreated, which interrupts traffic for about a second.</param>
/// <param name="ProxyLeftAlone">Whether the proxy's configuration changed and it is left alone without consent.</param>
/// <param name="ProxyAtSwitch">Whether that happens only when the new slots are ready, because containers of plain compose serve until then.</param>
public sealed record EnvironmentChange(
    IReadOnlyList<string> Start,
    IReadOnlyList<string> Replace,
    IReadOnlyList<string> LeftAlone,
    bool StartProxy,
    bool ReplaceProxy,
    bool ProxyLeftAlone,
    bool ProxyAtSwitch)
{
    /// <summary>Nothing.</summary>
    public static EnvironmentChange None { get; } = new([], [], [], false, false, false, false);

    /// <summary>Whether anything happens.</summary>
    public bool ChangesAnything => Start.Count + Replace.Count > 0 || StartProxy || ReplaceProxy;
}
