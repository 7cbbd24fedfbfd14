using MedtechBot.Channels;
using MedtechBot.Deliveries;

namespace MedtechBot.Tests.Deliveries;

public sealed class RetryTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(5, 80)]
    [InlineData(10, 2560)]
    [InlineData(11, 3600)]
    [InlineData(1000, 3600)]
    public void Waits_double_up_to_an_hour_and_vary_by_a_fifth(int attempts, double seconds)
    {
        var waits = Enumerable.Range(0, 200).Select(_ => Retry.Wait(RandomId.Next(), attempts, Retry.First).TotalSeconds).ToList();

        Assert.All(waits, w => Assert.InRange(w, seconds * 0.8, seconds * 1.2));
        Assert.True(waits.Max() - waits.Min() > seconds * 0.2, "What failed together comes back together.");
    }

    [Fact]
    public void The_wait_of_a_row_can_be_foretold() =>
        Assert.Equal(Retry.Wait("0123456789abcdef0123456789abcdef", 3, Retry.First), Retry.Wait("0123456789abcdef0123456789abcdef", 3, Retry.First));
}
