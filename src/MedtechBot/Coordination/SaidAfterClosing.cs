using System.Text.RegularExpressions;

namespace MedtechBot.Coordination;

/// <summary>How a message is meant that comes after a ticket was closed. Where it stays unclear, it is not for the person.</summary>
internal static partial class SaidAfterClosing
{
    private const int LongestKeywords = 24;
    private const int LongestThanks = 40;

    /// <summary>It speaks of the matter as unfinished, or of the reply.</summary>
    public static bool GoesOn(string text) => Unfinished().IsMatch(text);

    /// <summary>It asks for something, or names what to look up.</summary>
    public static bool IsQuestion(string text)
    {
        var said = text.Trim();
        return Asks().IsMatch(said) || (said.Length is > 0 and <= LongestKeywords && !Tells().IsMatch(said) && !Thanks().IsMatch(said));
    }

    public static bool IsThanks(string text) => text.Trim() is { Length: <= LongestThanks } said && Thanks().IsMatch(said) && !GoesOn(said) && !Asks().IsMatch(said);

    [GeneratedRegex(
        @"まだ.{0,12}(解決|終わ|分か|わか|できて|届い|来て|困)|解決(?:して|でき)?(?:い)?(?:ない|ません|せず|しません|しなかった)|(?:この|その|先日の|前回の|さきほどの|先ほどの)(?:件|相談|回答|返信|ご回答)|(?:いただいた|頂いた|もらった)(?:ご)?(?:回答|返信|お返事)|対応を?(?:再開|続け)|not\s+(?:yet\s+)?(?:been\s+)?(?:solved|resolved)|unsolved|unresolved|isn'?t\s+(?:solved|resolved)|still\s+(?:not|have|need|open|waiting|unclear|stuck)|your\s+(?:reply|answer)|reopen",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();

    [GeneratedRegex(
        @"[??]|(?:ですか|ますか|せんか|でしょうか|のか|だろうか|かな|かしら|教えて(?:ください|下さい|ほしい(?:です)?)?|知りたい(?:です)?|とは|って何|について|方法は)[。.!!\s]*\z|\A(?:what|how|who|whom|whose|where|when|which|why|is|are|do|does|did|can|could|should|shall|may|will|would|tell\s+me|explain|please\s+(?:tell|explain))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    // A sentence, however short; key words end in a noun.
    [GeneratedRegex(@"(?:す|した|った|んだ|ん|ない|だ|ね|よ|たい)[。.!!\s]*\z|[。!!]|\b(?:i|we|it|my|our|not|no|yes|please|still)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tells();

    [GeneratedRegex(@"\A(?:どうも|大変|本当に|ご対応|ご回答|早速|迅速|の|に|、|\s)*(?:ありがとう|有難う|有り難う|助かりました|感謝|了解|承知|わかりました|分かりました)|\A(?:many\s+)?(?:thank\s+you|thanks|thx|got\s+it|understood|great)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Thanks();
}
