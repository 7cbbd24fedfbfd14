using MedtechBot.Japanese.Dictionary;

if (args is not [var source, var target])
{
    Console.Error.WriteLine("usage: MedtechBot.Japanese.Dictionary <kuromoji dict folder> <ipadic.dic>");
    return 2;
}

var folder = Path.GetDirectoryName(Path.GetFullPath(target))!;
Directory.CreateDirectory(folder);
using var buildLock = BuildLock.Acquire(Path.Combine(folder, ".lock"));

// Written beside the target and renamed over it: a reader, or a build of another checkout's
// solution at the same time, never sees half a file.
var temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{Environment.ProcessId}");
try
{
    using (var output = File.Create(temporary))
    {
        new DictionaryWriter(KuromojiDictionary.Load(source)).Write(output);
    }

    File.Move(temporary, target, overwrite: true);
}
finally
{
    File.Delete(temporary);
}

return 0;
