namespace Slipway.Load;

/// <summary>Some clients that do the same, each on a connection of its own that it keeps as long as the server lets it.</summary>
/// <param name="Kind">What they do.</param>
/// <param name="Path">The path, with its query; starts with a slash.</param>
/// <param name="Connections">How many clients, 1 to 10,000.</param>
public sealed record LoadClients(LoadKind Kind, string Path, int Connections)
{
    /// <summary>The body of a POST, and the message of a websocket (there at most 125 bytes in UTF-8).</summary>
    public string Body { get; init; } = """{"text":"sent by slipway's load"}""";

    /// <summary>The media type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>
    /// How long a client rests, connected, before its next request. Default none. Resting connections are those that a careless
    /// proxy closes just when the next request is on its way.
    /// </summary>
    public TimeSpan Pause { get; init; }

    /// <summary>How many messages go over one websocket. Default 10.</summary>
    public int Messages { get; init; } = 10;
}
