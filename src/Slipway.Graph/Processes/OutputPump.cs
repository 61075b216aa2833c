using Slipway.Graph.Workers;

namespace Slipway.Graph.Processes;

/// <summary>Reads one output stream of a process line by line, on a worker.</summary>
internal sealed class OutputPump
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(0.5);

    // One that has left no trace by which it could be known holds up its task for this long at most: half a minute.
    private const int MostSilences = 60;

    private readonly StreamReader _reader;
    private readonly Action<string> _line;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _reading;
    private long _lines;

    public OutputPump(StreamReader reader, Action<string> line, WorkerPool workers)
    {
        _reader = reader;
        _line = line;
        workers.Queue(Read);
    }

    /// <summary>
    /// Waits for the end of the stream. A process that has gone into the background may hold the stream open for ever after its
    /// parent has ended: then the wait is over once the reader has waited in vain for a while.
    /// </summary>
    /// <param name="isHeldOpen">Whether such a process is known to live.</param>
    public void WaitForEnd(Func<bool> isHeldOpen)
    {
        for (var silent = 0; silent < MostSilences; silent++)
        {
            var before = Interlocked.Read(ref _lines);
            if (_ended.Task.Wait(Silence))
            {
                return;
            }

            if (!_reading || Interlocked.Read(ref _lines) != before)
            {
                silent = -1;
            }
            else if (isHeldOpen())
            {
                return;
            }
        }
    }

    private void Read()
    {
        try
        {
            while (true)
            {
                _reading = true;
                var line = _reader.ReadLine();
                _reading = false;
                if (line is null)
                {
                    return;
                }

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
