using System.Buffers;

namespace Gongkai.Documents.Programs;

/// <summary>把一根管道读到借来的缓冲区里；读满之后只读不存，免得对方卡住。</summary>
internal sealed class Pump
{
    private const int FirstBuffer = 256 << 10;

    private readonly Stream _stream;
    private readonly int _limit;
    private readonly Action? _whenFull;
    private byte[] _buffer;
    private int _length;

    private Pump(Stream stream, int limit, Action? whenFull)
    {
        _stream = stream;
        _limit = limit;
        _whenFull = whenFull;
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Min(limit, FirstBuffer));

        // 自己的线程：管道上的异步读要经过线程池，在两个核上每个文件多花一毫秒。
        Completion = Task.Factory.StartNew(
            Drain, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public Task Completion { get; }

    public bool IsFull { get; private set; }

    public ReadOnlySpan<byte> Content => _buffer.AsSpan(0, _length);

    public static Pump Start(Stream stream, int limit, Action? whenFull) => new(stream, limit, whenFull);

    /// <summary>归还缓冲区；只在 <see cref="Completion"/> 之后调用。</summary>
    public void Release()
    {
        var buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
    }

    private void Drain()
    {
        try
        {
            using (_stream)
            {
                if (!Fill()) return;
                _whenFull?.Invoke();
                var rest = new byte[4096];
                while (_stream.Read(rest) > 0)
                {
                }
            }
        }
        catch (IOException)
        {
            // 对方被结束时，管道可能断在读的中途：读到哪里算哪里。
        }
    }

    /// <summary>读到完为止；读满了就停下，答“是”。</summary>
    private bool Fill()
    {
        while (_length <= _limit)
        {
            if (_length == _buffer.Length) Grow();
            var count = _stream.Read(_buffer.AsSpan(_length));
            if (count == 0) return false;
            _length += count;
        }

        _length = _limit;
        return IsFull = true;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
