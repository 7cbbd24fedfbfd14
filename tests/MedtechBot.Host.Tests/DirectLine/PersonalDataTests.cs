using System.Text;

namespace MedtechBot.Host.Tests.DirectLine;

public sealed class PersonalDataTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task A_patients_data_is_masked_in_the_conversation_and_never_reaches_the_disk()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        await asker.SayAsync("患者の山田太郎さん(72歳)、カルテ番号0012345です。" + SmallKnowledge.Question);
        var activities = await asker.WaitForAsync(2);

        Assert.StartsWith("患者の[氏名]さん([年齢])、カルテ番号[番号]です。", (string?)activities[0]["text"]);
        Assert.StartsWith("患者さんの個人情報はここに入力しないでください", (string?)activities[1]["text"]);
        foreach (var file in Directory.GetFiles(host.DataDirectory, "*", SearchOption.AllDirectories))
        {
            using var copy = new MemoryStream();
            using (var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
            {
                await open.CopyToAsync(copy);
            }
            Assert.True(copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes("山田太郎")) < 0, file);
            Assert.True(copy.ToArray().AsSpan().IndexOf("0012345"u8) < 0, file);
        }
    }
}
