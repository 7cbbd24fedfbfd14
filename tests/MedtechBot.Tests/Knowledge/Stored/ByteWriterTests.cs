using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Tests.Knowledge.Stored;

public class ByteWriterTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        uint[] numbers = [0, 1, 127, 128, 16_383, 16_384, int.MaxValue, uint.MaxValue];
        var writer = new ByteWriter();
        foreach (var number in numbers)
        {
            writer.Number(number);
        }
        writer.Rising(numbers);
        writer.Text(null);
        writer.Text("");
        writer.Text("治験🩺");
        writer.Fixed([-1, 7]);
        writer.Date(new PartialDate(2026, 11));
        writer.Day(new DateOnly(2026, 11, 21));
        writer.Day(null);

        var reader = new ByteReader(writer.Written);
        foreach (var number in numbers)
        {
            Assert.Equal(number, reader.Number());
        }
        Assert.Equal(numbers, reader.Rising());
        Assert.Null(reader.TextOrNull());
        Assert.Equal("", reader.Text());
        Assert.Equal("治験🩺", reader.Text());
        Assert.Equal([-1, 7], reader.Fixed(2));
        Assert.Equal(new PartialDate(2026, 11), reader.Date());
        Assert.Equal(new DateOnly(2026, 11, 21), reader.Day());
        Assert.Null(reader.Day());
        Assert.True(reader.IsAtEnd);
    }

    [Fact]
    public void Reading_on_after_the_end_is_an_exception()
    {
        var writer = new ByteWriter();
        writer.Text("治験");
        var bytes = writer.ToArray();

        Assert.ThrowsAny<Exception>(() => new ByteReader(bytes.AsSpan(..^1)).Text());
        Assert.ThrowsAny<Exception>(() => new ByteReader([]).Number());
    }
}
