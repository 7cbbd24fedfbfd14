namespace MedtechBot.Japanese;

[Flags]
internal enum TokenFlags : byte
{
    None = 0,
    Unknown = 1,
    User = 2,
    CompoundExtra = 4,
}
