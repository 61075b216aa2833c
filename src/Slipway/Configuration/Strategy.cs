namespace Slipway.Configuration;

/// <summary>How a new version of a service takes the place of the old one.</summary>
public enum Strategy
{
    /// <summary>Two slots behind the proxy; the switch loses no request and the old slot stays warm for a rollback.</summary>
    BlueGreen,

    /// <summary>For what must run once only: everything is made ready, then the old one stops and the new one starts.</summary>
    Handoff,

    /// <summary>Replicas are replaced one after the other.</summary>
    Rolling,

    /// <summary>Data: created once, then left alone unless its definition changed and the user consents.</summary>
    Stateful,
}
