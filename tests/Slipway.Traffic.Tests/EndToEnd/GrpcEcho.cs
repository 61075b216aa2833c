using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>A gRPC service that puts its slot's name before what it is told; its messages are plain bytes.</summary>
internal sealed class GrpcEcho(Slot slot, IHostApplicationLifetime lifetime) : GrpcEchoMethods
{
    private bool _isKilled;

    /// <summary>Ends a service at once, as a kill does: nobody is told.</summary>
    public static Task KillAsync(WebApplication service)
    {
        service.Services.GetRequiredService<GrpcEcho>()._isKilled = true;
        return service.StopAsync(new CancellationToken(canceled: true));
    }

    public static async Task<WebApplication> StartAsync(IPEndPoint address, Slot slot)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(o => o.Listen(address, l => l.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(s => new GrpcEcho(slot, s.GetRequiredService<IHostApplicationLifetime>()));
        var app = builder.Build();
        app.MapGrpcService<GrpcEcho>();
        app.MapGet("/plain", () => $"plain {slot.Name()}");
        app.MapPost("/length", async (Microsoft.AspNetCore.Http.HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            return $"{slot.Name()} {body.Length}";
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>A client that keeps one connection.</summary>
    public static CallInvoker Client(IPAddress address, int port) => GrpcChannel.ForAddress($"http://{address}:{port}").CreateCallInvoker();

    public static async Task<string> SayAsync(CallInvoker client, string text) =>
        await client.AsyncUnaryCall(Saying, null, new CallOptions(cancellationToken: TestContext.Current.CancellationToken), text);

    public static AsyncDuplexStreamingCall<string, string> Chat(CallInvoker client) =>
        client.AsyncDuplexStreamingCall(Chatting, null, new CallOptions(cancellationToken: TestContext.Current.CancellationToken));

    public override Task<string> Say(string text, ServerCallContext context) =>
        text == "fail" ? throw new RpcException(new Status(StatusCode.NotFound, $"{slot.Name()} has none")) : Task.FromResult($"{slot.Name()} {text}");

    public override async Task Chat(IAsyncStreamReader<string> requests, IServerStreamWriter<string> answers, ServerCallContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await foreach (var text in requests.ReadAllAsync(end.Token))
            {
                if (text == "watch")
                {
                    // As if by a call of which only the answers are a stream.
                    await Task.Delay(Timeout.Infinite, end.Token);
                }

                await answers.WriteAsync($"{slot.Name()} {text}");
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            if (_isKilled)
            {
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
            }

            throw new RpcException(new Status(StatusCode.Unavailable, $"{slot.Name()} is going away"));
        }
    }
}
