using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Slipway.Load.Http;

namespace Slipway.Load;

/// <summary>One client of a load, on one connection at a time.</summary>
internal sealed class LoadClient(LoadPlan plan, LoadClients group, LoadJournal journal, TimeProvider time) : IAsyncDisposable
{
    // So that a server that is away is asked often enough to time its return, but not in a spin.
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(10);
    private readonly byte[] _request = LoadRequests.Of(group, plan.Host);
    private CancellationTokenSource _timer = new();
    private Stream? _stream;
    private ResponseReader? _reader;

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && journal.MayBegin())
        {
            var began = time.GetTimestamp();
            var failure = await TryAsync(stop);
            var took = time.GetElapsedTime(began);
            if (failure is { Reason: LoadFailureReason.TimedOut } && group.Kind == LoadKind.Events && stop.IsCancellationRequested)
            {
                return; // A stream may have no end of its own. This one was fine for as long as it was looked at.
            }

            if (failure is { } failed)
            {
                journal.Failed(group.Kind, failed.Reason, failed.Detail, took);
            }
            else
            {
                journal.Succeeded(group.Kind, took);
            }

            var pause = failure is null ? group.Pause : AfterFailure;
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DisconnectAsync();
        _timer.Dispose();
    }

    private async ValueTask<(LoadFailureReason Reason, string Detail)?> TryAsync(CancellationToken stop)
    {
        // Answers under way are awaited when the load stops, except for streams.
        using var stream = group.Kind == LoadKind.Events ? CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, stop) : null;
        var cancellation = stream?.Token ?? _timer.Token;
        try
        {
            _timer.CancelAfter(plan.Timeout);
            if (_stream is null)
            {
                _stream = await Tcp.ConnectAsync(plan.Target, cancellation);
                if (plan.Tls is { } options)
                {
                    var secure = new SslStream(_stream);
                    _stream = secure;
                    await secure.AuthenticateAsClientAsync(options, cancellation);
                }

                _reader = new ResponseReader(_stream);
            }

            var status = await AskAsync(_stream, _reader!, cancellation);
            RenewTimer();
            return status is >= 200 and < 300 or 101 ? null : (LoadFailureReason.Status, $"status {status}");
        }
        catch (Exception error) when (IsFailure(error))
        {
            await DisconnectAsync();
            RenewTimer();
            return (ReasonOf(error), error is OperationCanceledException ? $"no complete answer in {plan.Timeout.TotalSeconds:0.#} s" : error.Message);
        }
    }

    private async ValueTask<int> AskAsync(Stream stream, ResponseReader reader, CancellationToken cancellation)
    {
        await stream.WriteAsync(_request, cancellation);
        var head = await reader.ReadHeadAsync(cancellation);
        var upgraded = head.Status == 101;
        if (upgraded != (group.Kind == LoadKind.WebSocket) && head.Status < 300)
        {
            throw new InvalidDataException($"status {head.Status} is no answer to this request");
        }

        if (upgraded)
        {
            await new WebSocketExchange(stream, reader).RunAsync(group.Body, group.Messages, cancellation);
        }
        else
        {
            await reader.ReadBodyAsync(head, sink: null, cancellation);
        }

        if (upgraded || head.Close || head.EndsWithConnection)
        {
            await DisconnectAsync();
        }

        return head.Status;
    }

    private static bool IsFailure(Exception error) =>
        error is OperationCanceledException or IOException or SocketException or InvalidDataException or AuthenticationException;

    private static LoadFailureReason ReasonOf(Exception error) => error switch
    {
        OperationCanceledException => LoadFailureReason.TimedOut,
        InvalidDataException => LoadFailureReason.BadAnswer,
        ConnectionEndedException ended => ended.Received > 0 ? LoadFailureReason.ClosedWithinAnswer : LoadFailureReason.ClosedWithoutAnswer,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => LoadFailureReason.Refused,
        SocketException => LoadFailureReason.Unreachable,
        _ => LoadFailureReason.Reset,
    };

    private void RenewTimer()
    {
        if (_timer.TryReset())
        {
            return;
        }

        _timer.Dispose();
        _timer = new CancellationTokenSource();
    }

    private async ValueTask DisconnectAsync()
    {
        if (_stream is not null)
        {
            await _stream.DisposeAsync();
        }

        (_stream, _reader) = (null, null);
    }
}
