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

    private SlotServer(WebApplication server) => _server = server;

    /// <summary>Completes when a slow request has arrived.</summary>
    public async Task SlowRequestAsync() => await _slow.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Completes when the head of a POST has arrived.</summary>
    public async Task PostAsync() => await _posts.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public static async Task<SlotServer> StartAsync(IPEndPoint address, Slot slot, string service = ProxyStage.Service)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(address);
            options.Limits.MaxRequestHeadersTotalSize = 64 * 1024;
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
        app.MapGet("/broken", () => Results.InternalServerError());
        app.MapGet("/headers", (HttpRequest request) => string.Concat(request.Headers.Select(h => $"{h.Key}: {h.Value}\n")));
        app.MapGet("/cookie", (int kilobytes, HttpResponse response) => response.Headers.SetCookie = new string('c', kilobytes * 1024));
        app.MapPost("/echo", async (HttpRequest request, HttpResponse response) =>
        {
            server._posts.Writer.TryWrite(true);
            response.ContentLength = request.ContentLength;
            await request.Body.CopyToAsync(response.Body);
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
            for (var i = 0; i < count; i++)
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
            while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { CloseStatus: null } message)
            {
                await socket.SendAsync(buffer.AsMemory(0, message.Count), message.MessageType, message.EndOfMessage, context.RequestAborted);
            }

            await socket.CloseAsync(System.Net.WebSockets.WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
        });
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
