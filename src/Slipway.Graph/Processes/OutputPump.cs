using Slipway.Graph.Workers;

namespace Slipway.Graph.Processes;

/// <summary>Reads one output stream of a process line by line, on a worker.</summary>
internal sealed class OutputPump
{
    private readonly StreamReader _reader;
    private readonly Action<string> _line;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lines;

    public OutputPump(StreamReader reader, Action<string> line, WorkerPool workers)
    {
        _reader = reader;
        _line = line;
        workers.Queue(Read);
    }

    /// <summary>
    /// Waits for the end of the stream. A process that has gone into the background may hold the stream open for ever after its
    /// parent has ended: once nothing was read for a while, the wait is over.
    /// </summary>
    public void WaitForEnd(TimeSpan silence)
    {
        long before;
        do
        {
            before = Interlocked.Read(ref _lines);
        }
        while (!_ended.Task.Wait(silence) && Interlocked.Read(ref _lines) != before);
    }

    private void Read()
    {
        try
        {
            while (_reader.ReadLine() is { } line)
            {
                Interlocked.Increment(ref _lines);
                _line(line);
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process was disposed of while it was read: there is nobody left to read for.
        }
        finally
        {
            _ended.SetResult();
        }
    }
}
