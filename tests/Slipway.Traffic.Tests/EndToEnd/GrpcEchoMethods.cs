using System.Text;
using Grpc.Core;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>What the generator would write of the service: ASP.NET takes only methods that override those of such a class.</summary>
[BindServiceMethod(typeof(GrpcEchoMethods), nameof(Bind))]
internal abstract class GrpcEchoMethods
{
    private static readonly Marshaller<string> Text = Marshallers.Create(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);

    public static Method<string, string> Saying { get; } = new(MethodType.Unary, "slipway.Echo", nameof(Say), Text, Text);

    public static Method<string, string> Chatting { get; } = new(MethodType.DuplexStreaming, "slipway.Echo", nameof(Chat), Text, Text);

    public static void Bind(ServiceBinderBase binder, GrpcEchoMethods? _)
    {
        binder.AddMethod(Saying, (UnaryServerMethod<string, string>?)null);
        binder.AddMethod(Chatting, (DuplexStreamingServerMethod<string, string>?)null);
    }

    public abstract Task<string> Say(string text, ServerCallContext context);

    public abstract Task Chat(IAsyncStreamReader<string> requests, IServerStreamWriter<string> answers, ServerCallContext context);
}
