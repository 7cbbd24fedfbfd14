namespace MedtechBot.Knowledge.Stored;

/// <summary>
/// What was made of records lately. As long as somebody holds a thing, it is the same one that others get; a few questions' worth is held here.
/// Serves any number of threads.
/// </summary>
internal sealed class Recent<T>(int count)
    where T : class
{
    private const int Held = 128;

    private readonly WeakReference<T>?[] _made = new WeakReference<T>?[count];
    private readonly T?[] _held = new T?[Math.Min(count, Held)];
    private int _next;

    public T Get(int record, Func<T> make)
    {
        var known = Volatile.Read(ref _made[record]);
        if (known is not null && known.TryGetTarget(out var thing))
        {
            return thing;
        }
        thing = make();
        // Of two threads that make the same, both take what the first has put here.
        var ours = new WeakReference<T>(thing);
        if (Interlocked.CompareExchange(ref _made[record], ours, known) != known && _made[record]!.TryGetTarget(out var theirs))
        {
            return theirs;
        }
        _held[(uint)Interlocked.Increment(ref _next) % (uint)_held.Length] = thing;
        return thing;
    }
}
