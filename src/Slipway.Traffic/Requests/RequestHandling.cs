namespace Slipway.Traffic.Requests;

/// <summary>What a proxy does with the requests of a service, and with their answers, beside passing them on.</summary>
public sealed record RequestHandling
{
    /// <summary>Nothing.</summary>
    public static RequestHandling Plain { get; } = new();

    /// <summary>The largest body of a request in bytes, 1 or more; a larger one is answered 413. Null (the default) for any.</summary>
    public long? MaxBody { get; init; }

    /// <summary>How long a slot may take to accept a connection, in whole seconds; null (the default) for what holds for all services.</summary>
    public TimeSpan? ConnectTimeout { get; init; }

    /// <summary>The longest silence of a slot in an answer, in whole seconds; null (the default) for what holds for all services.</summary>
    public TimeSpan? ResponseTimeout { get; init; }

    /// <summary>What is set in requests, and taken away from them, before the slot gets them.</summary>
    public IReadOnlyList<HeaderRule> RequestHeaders { get; init; } = [];

    /// <summary>What is set in answers, and taken away from them, before the client gets them.</summary>
    public IReadOnlyList<HeaderRule> ResponseHeaders { get; init; } = [];

    /// <summary>Whether answers are compressed (gzip) that become smaller by it; null (the default) for no.</summary>
    public bool? IsCompressed { get; init; }

    /// <summary>Whether requests and answers are held back until they are whole, as far as there is room; null (the default) for no.</summary>
    public bool? IsBuffered { get; init; }

    /// <summary>Who may ask; everybody when there is nobody.</summary>
    public IReadOnlyList<Credential> Users { get; init; } = [];

    /// <summary>What is shown while no slot answers; null for the proxy's own error.</summary>
    public MaintenancePage? Maintenance { get; init; }

    /// <summary>The user's own lines, where the requests of the service are.</summary>
    public IReadOnlyList<ExtraLine> Extra { get; init; } = [];

    /// <summary>This one, with what it does not say taken from what holds for all.</summary>
    public RequestHandling Over(RequestHandling general) => this with
    {
        MaxBody = MaxBody ?? general.MaxBody,
        ConnectTimeout = ConnectTimeout ?? general.ConnectTimeout,
        ResponseTimeout = ResponseTimeout ?? general.ResponseTimeout,
        IsCompressed = IsCompressed ?? general.IsCompressed,
        IsBuffered = IsBuffered ?? general.IsBuffered,
        Maintenance = Maintenance ?? general.Maintenance,
        RequestHeaders = HeaderRule.Merge(general.RequestHeaders, RequestHeaders),
        ResponseHeaders = HeaderRule.Merge(general.ResponseHeaders, ResponseHeaders),
    };
}
