using MedtechBot.PersonalData;

namespace MedtechBot.Tests.PersonalData;

public class PersonalDataMaskTests
{
    [Theory]
    [InlineData("山本さん（72歳）の経過を見てほしい", "[氏名]さん（[年齢]）の経過を見てほしい")]
    [InlineData("やまもとさん（72歳）が使いました", "[氏名]さん（[年齢]）が使いました")]
    [InlineData("患者の山田太郎さんは２型糖尿病で、カルテ番号は 0012345 です", "患者の[氏名]さんは２型糖尿病で、カルテ番号は [番号] です")]
    [InlineData("72歳男性の佐藤様に使ってよいか", "[年齢]男性の[氏名]様に使ってよいか")]
    [InlineData("高橋 花子さん(45歳、女性)", "[氏名]さん([年齢]、女性)")]
    [InlineData("患者は山田太郎、72歳です", "患者は[氏名]、[年齢]です")]
    [InlineData("山田太郎 72歳 男性 糖尿病", "[氏名] [年齢] 男性 糖尿病")]
    [InlineData("氏名:鈴木一郎、不整脈", "氏名:[氏名]、不整脈")]
    [InlineData("患者番号:A-10293", "患者番号:[番号]")]
    [InlineData("被験者IDは SUB-0042", "被験者IDは [番号]")]
    [InlineData("保険証の記号番号は 12-345678 です", "保険証の記号番号は [番号] です")]
    [InlineData("マイナンバー 1234 5678 9012", "マイナンバー [番号]")]
    [InlineData("生年月日 昭和29年3月4日", "生年月日 [生年月日]")]
    [InlineData("1954年3月4日生まれの方", "[生年月日]生まれの方")]
    [InlineData("患者番号12345、佐藤花子、昭和30年生まれ、乳がん", "患者番号[番号]、[氏名]、[生年]生まれ、乳がん")]
    [InlineData("Patient John Smith, 72, MRN 1234567, has diabetes", "Patient [name], [age], MRN [number], has diabetes")]
    [InlineData("Mr. Tanaka, aged 65, uses our device", "Mr. [name], aged [age], uses our device")]
    [InlineData("Mary Jones, 54 years old", "[name], [age] years old")]
    [InlineData("DOB: 1954-03-04", "DOB: [date of birth]")]
    public void What_tells_who_a_patient_is_is_masked_and_the_rest_stays(string text, string masked) =>
        Assert.Equal(new MaskedText(masked, PersonalDataKinds.Patient), PersonalDataMask.Mask(text));

    [Theory]
    [InlineData("電話０９０－１２３４－５６７８まで", "電話[電話番号]まで")]
    [InlineData("090 1234 5678", "[phone number]")]
    [InlineData("連絡先は03(1234)5678です", "連絡先は[電話番号]です")]
    [InlineData("My number is +1 415 555 0123", "My number is [phone number]")]
    [InlineData("taro.yamada＠example.co.jp に返信を", "[メールアドレス] に返信を")]
    [InlineData("ta\u200Bro@exam\u200Bple.com", "[e-mail address]")]
    [InlineData("〒100-0013 東京都千代田区霞が関3-3-2です", "[郵便番号] [住所]です")]
    [InlineData("I live at 12 Baker Street", "I live at [address]")]
    public void Ways_to_reach_somebody_are_masked(string text, string masked) =>
        Assert.Equal(new MaskedText(masked, PersonalDataKinds.Contact), PersonalDataMask.Mask(text));

    [Theory]
    [InlineData("患者さん(72歳)に使う機器の開発")]
    [InlineData("患者の平均年齢72歳の試験の注意点")]
    [InlineData("田中氏が2014年に設立した拠点は")]
    [InlineData("医師の佐藤氏は心不全の治療機器を開発した")]
    [InlineData("令和7年5月31日に施行された改正は")]
    [InlineData("2025年5月31日生産分の回収は")]
    [InlineData("被験者10名の試験の費用は")]
    [InlineData("薬生機審発0331第1号とは")]
    [InlineData("薬食機参発0401第1号、平成27年4月1日")]
    [InlineData("第23条の2の5第1項とは")]
    [InlineData("登録番号の付番のしかたは")]
    [InlineData("フリーダイヤル0120-123-456は使えますか")]
    [InlineData("info@pmda.go.jp は正しい窓口ですか")]
    [InlineData("皆さん、糖尿病の機器の開発は")]
    [InlineData("ISO 13485:2016とIEC 62304の違い")]
    [InlineData("上限は100,000,000円で補助率は2/3ですか")]
    [InlineData("担当者様にご相談したい。糖尿病の機器です")]
    [InlineData("千代田区の支援機関は")]
    [InlineData("港区でしょうか、3番目の窓口は")]
    [InlineData("What is the deadline under 21 CFR 803.10?")]
    [InlineData("Does a device for patients aged 72 need a trial?")]
    [InlineData("The FDA published it on March 4, 2024")]
    public void What_only_looks_like_it_stays(string text) =>
        Assert.Equal(new MaskedText(text, PersonalDataKinds.None), PersonalDataMask.Mask(text));

    [Fact]
    public void Masking_what_is_masked_changes_nothing()
    {
        var once = PersonalDataMask.Mask("山本太郎さん(72歳)、電話090-1234-5678、患者番号 12345").Text;

        Assert.Equal(once, PersonalDataMask.Mask(once).Text);
        Assert.Equal("[氏名]さん([年齢])、電話[電話番号]、患者番号 [番号]", once);
    }

    [Fact]
    public void Whoever_leaves_an_address_on_purpose_keeps_it() =>
        Assert.Equal("[氏名]さん([年齢])の件、090-1234-5678まで", PersonalDataMask.Mask("山本さん(72歳)の件、090-1234-5678まで", PersonalDataKinds.Patient).Text);
}
