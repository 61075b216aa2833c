namespace Slipway.Load;

/// <summary>What a client of the load does over and over.</summary>
public enum LoadKind
{
    /// <summary>A GET, answered at once.</summary>
    Get,

    /// <summary>A POST with a body.</summary>
    Post,

    /// <summary>A GET that takes the application seconds to answer.</summary>
    Slow,

    /// <summary>A stream of server-sent events, read to its proper end.</summary>
    Events,

    /// <summary>A websocket: a few messages, each of which the application answers, and a proper close.</summary>
    WebSocket,
}
