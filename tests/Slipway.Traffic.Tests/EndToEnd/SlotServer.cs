using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>A real web server that stands for one slot of a service.</summary>
internal sealed class SlotServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Channel<bool> _slow = Channel.CreateUnbounded<bool>();
    private readonly Channel<bool> _posts = Channel.CreateUnbounded<bool>();

    private readonly CancellationTokenSource _killed = new();

    private SlotServer(WebApplication server) => _server = server;

    /// <summary>Whether it says so that it stops.</summary>
    private bool IsLeaving => _server.Lifetime.ApplicationStopping.IsCancellationRequested && !_killed.IsCancellationRequested;

    /// <summary>Completes when a slow request has arrived.</summary>
    public async Task SlowRequestAsync() => await _slow.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Completes when the head of a POST has arrived.</summary>
    public async Task PostAsync() => await _posts.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Asks it to stop, as its stop signal does: it says so to whoever is connected, and answers what it was asked.</summary>
    public Task StopAsync() => _server.StopAsync(TestContext.Current.CancellationToken);

    /// <summary>Ends it at once, as a kill does: nobody is told.</summary>
    public async Task KillAsync()
    {
        await _killed.CancelAsync();
        await _server.StopAsync(new CancellationToken(canceled: true));
    }

    public static async Task<SlotServer> StartAsync(IPEndPoint address, Slot slot, string service = ProxyStage.Service)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(address);
            // What the proxy refuses is to be its own doing.
            options.Limits.MaxRequestLineSize = 64 * 1024;
            options.Limits.MaxRequestHeadersTotalSize = 256 * 1024;
            options.Limits.MaxRequestHeaderCount = 1000;
        });
        var app = builder.Build();
        var server = new SlotServer(app);
        app.UseWebSockets();
        app.Use((context, next) =>
        {
            context.Response.Headers["X-Slot"] = slot.Name();
            return next();
        });
        app.MapGet("/", () => slot.Name());
        app.MapGet("/{*path}", (HttpRequest request) => $"{service} {slot.Name()} {request.Path}{request.QueryString}");
        app.MapGet("/missing", () => Results.NotFound());
        app.MapGet("/strict", (HttpResponse response) => response.Headers.StrictTransportSecurity = "max-age=1");
        app.MapGet("/broken", () => Results.InternalServerError());
        app.MapGet("/headers", (HttpRequest request) => string.Concat(request.Headers.Select(h => $"{h.Key}: {h.Value}\n")));
        app.MapGet("/cookies", (int count, int length, HttpResponse response) =>
        {
            for (var i = 0; i < count; i++)
            {
                response.Headers.Append("Set-Cookie", $"c{i}={new string('x', length)}");
            }
        });
        app.MapPost("/echo", async (HttpRequest request, HttpResponse response) =>
        {
            server._posts.Writer.TryWrite(true);
            response.ContentLength = request.ContentLength;
            await request.Body.CopyToAsync(response.Body);
        });
        app.MapPost("/length", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            return $"{body.Length} bytes";
        });
        app.MapGet("/slow", async (int ms, CancellationToken gone) =>
        {
            server._slow.Writer.TryWrite(true);
            await Task.Delay(ms, gone);
            return slot.Name();
        });
        app.MapGet("/events", async (int count, int ms, HttpResponse response, CancellationToken gone) =>
        {
            response.ContentType = "text/event-stream";
            for (var i = 0; i < count && !server.IsLeaving; i++)
            {
                await response.WriteAsync($"data: {i}\n\n", gone);
                await response.Body.FlushAsync(gone);
                await Task.Delay(ms, gone);
            }
        });
        app.Map("/ws", async (HttpContext context) =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var buffer = new byte[1024];
            await using var stopping = app.Lifetime.ApplicationStopping.Register(
                () => _ = server.IsLeaving ? socket.CloseOutputAsync(System.Net.WebSockets.WebSocketCloseStatus.EndpointUnavailable, "going away", CancellationToken.None) : Task.CompletedTask);
            while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { CloseStatus: null } message)
            {
                await socket.SendAsync(buffer.AsMemory(0, message.Count), message.MessageType, message.EndOfMessage, context.RequestAborted);
            }

            await socket.CloseAsync(System.Net.WebSockets.WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
        });
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _killed.Dispose();
    }
}
