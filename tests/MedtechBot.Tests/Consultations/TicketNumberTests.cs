using MedtechBot.Consultations;

namespace MedtechBot.Tests.Consultations;

public sealed class TicketNumberTests
{
    [Theory]
    [InlineData(1, "C-2026-0001")]
    [InlineData(9999, "C-2026-9999")]
    [InlineData(12345, "C-2026-12345")]
    public void A_number_has_at_least_four_digits(int sequence, string number) => Assert.Equal(number, TicketNumber.Of(2026, sequence).Value);

    [Fact]
    public void The_year_is_that_of_Japan() =>
        Assert.Equal(2027, TicketNumber.YearOf(new DateTimeOffset(2026, 12, 31, 15, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("C-2026-0001", true)]
    [InlineData("C-2026-001", false)]
    [InlineData("C-2026-0001\n", false)]
    [InlineData("C-２０２６-0001", false)]
    [InlineData("C-2026-0001'; --", false)]
    [InlineData(null, false)]
    public void Only_a_number_reads_as_one(string? text, bool reads) => Assert.Equal(reads, TicketNumber.TryParse(text, out _));
}
