namespace Slipway.Traffic.Proxies;

/// <summary>The proxy is asked by a command in its container, which answers on its standard output.</summary>
/// <param name="Command">The program and its arguments.</param>
public sealed record CommandSlotSource(IReadOnlyList<string> Command) : SlotSource
{
    internal override Task<string?> AskAsync(ProxyWays ways, CancellationToken cancellation) => ways.Execute(Command, cancellation);
}
