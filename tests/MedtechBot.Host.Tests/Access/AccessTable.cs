using System.Text.RegularExpressions;

namespace MedtechBot.Host.Tests.Access;

/// <summary>
/// Who gets what at every address of the product. A row is method, address, and what each kind of visitor is answered; a row with one
/// answer gives it to all. In the address {name=value} stands for a parameter, and after | come the fields that are sent.
/// An answer is the status. + after it: it shows the ticket (in lists: the ordinary one), ++: the confidential one as well; without
/// it nothing of them. With / between two: the first for the ordinary ticket, the second for the confidential one. ! means that
/// something changes; - is not asked, since it would take away what the others need. POST- sends no form token.
/// </summary>
internal static partial class AccessTable
{
    /// <summary>Columns: without a session; expert; expert it is shared with; coordinator; coordinator in charge; administrator.</summary>
    public const string Desk = """
        GET   /desk                                               401  200  200++    200+       200++  200++
        GET   /desk?view=mine                                     401  200  200      200        200++  200
        GET   /desk/tickets.csv?view=all                          401  200  200++    200+       200++  200++
        GET   /desk/search?q=料金                                 401  200  200      200        200    200
        GET   /desk/events                                        401  200  200      200        200    200
        GET   /desk/{**rest=elsewhere}                            401  404  404      404        404    404
        POST  /desk/{**rest=elsewhere}                            401  404  404      404        404    404
        GET   /desk/tickets/{number}                              401  404  200+     200+/200   200+   200+
        GET   /desk/tickets/{number}/now                          401  404  200+     200+/200   200+   200+
        GET   /desk/tickets/{number}/files/{id=file}              401  404  200+     200+/403   200+   200+
        GET   /desk/tickets/{number}/files/{id=otherfile}         401  404  404      404/403    404    404
        GET   /desk/tickets/{number}/files/{id=heldfile}          401  404  404      404/403    404    404
        GET   /desk/tickets/{number}/files/{id=deskfile}          401  404  200+     200+/403   200+   200+
        POST  /desk/tickets/{number}/note                         401  404  422+     422+/403   422+   422+
        POST  /desk/tickets/{number}/reply                        401  404  422+     422+/403   422+   422+
        POST  /desk/tickets/{number}/ask                          401  404  422+     422+/403   422+   422+
        POST  /desk/tickets/{number}/take                         401  403  403      409+/409   303    409+
        POST  /desk/tickets/{number}/check                        401  403  403      409+/403   409+   409+
        POST  /desk/tickets/{number}/assign                       401  403  403      422+/403   422+   422+
        POST  /desk/tickets/{number}/release                      401  403  403      409+/403   303!   409+
        POST  /desk/tickets/{number}/share                        401  403  403      422+/403   422+   422+
        POST  /desk/tickets/{number}/unshare|from=共有の専門家    401  403  403      409+/403   -      409+
        POST  /desk/tickets/{number}/confidential                 401  403  403      409+/403   -/303  409+/303
        POST  /desk/tickets/{number}/email|email=b@example.jp     401  403  403      409+/403   -      409+
        POST  /desk/tickets/{number}/links                        401  403  403      409+/403   200+!  409+
        POST  /desk/tickets/{number}/resend                       401  403  403      303/403    303    303
        POST  /desk/tickets/{number}/close                        401  403  403      422+/403   422+   422+
        POST  /desk/tickets/{number}/reopen                       401  403  403      303/403    303    303
        POST  /desk/tickets/{number}/refer                        401  403  403      422+/403   422+   422+
        POST  /desk/tickets/{number}/referral                     401  403  403      422+/403   422+   422+
        POST  /desk/tickets/{number}/decline                      401  403  403      422+/403   422+   422+
        GET   /desk/learned                                       401  403  403      200        200    200
        POST  /desk/learned/remove                                401  403  403      404        404    404
        POST  /desk/learned/restore                               401  403  403      404        404    404
        GET   /desk/account                                       401  200  200      200        200    200
        POST  /desk/account/password                              401  422  422      422        422    422
        POST- /desk/account/mail                                  401  400  400      400        400    400
        POST- /desk/account/teams                                 401  400  400      400        400    400
        POST- /desk/account/teams/untie                           401  400  400      400        400    400
        POST- /desk/account/sign-out-everywhere                   401  400  400      400        400    400
        POST- /desk/sign-out                                      401  400  400      400        400    400
        GET   /desk/people                                        401  403  403      403        403    200
        GET   /desk/people/{id=person}                            401  403  403      403        403    200
        POST  /desk/people/{id=person}                            401  403  403      403        403    422
        POST  /desk/people/{id=person}/disable                    401  403  403      403        403    -
        POST  /desk/people/{id=person}/enable                     401  403  403      403        403    303
        POST  /desk/people/{id=person}/link                       401  403  403      403        403    -
        POST  /desk/people/{id=person}/teams/untie                401  403  403      403        403    303
        POST  /desk/people/channels/{id=guess}/disconnect         401  403  403      403        403    303
        POST  /desk/people/invite                                 401  403  403      403        403    422
        POST  /desk/people/invitations/{id=invitation}/revoke     401  403  403      403        403    -
        POST  /desk/people/keys/revoke|name=鍵の専門家            401  403  403      403        403    -
        GET   /desk/audit                                         401  403  403      403        403    200
        GET   /desk/audit.csv                                     401  403  403      403        403    200
        GET   /desk/sign-in                                       200
        POST- /desk/sign-in|name=管理者                           400
        GET   /desk/sign-in/{token=guess}                         401
        POST  /desk/sign-in/{token=guess}|name=管理者             401
        POST- /desk/sign-in/{token=guess}|name=管理者             400
        GET   /desk/invitation/{token=guess}                      401
        POST  /desk/invitation/{token=guess}                      401
        POST- /desk/invitation/{token=guess}                      400
        GET   /desk/invitation/{token=guess}/entra                303
        GET   /desk/entra                                         302
        GET   /desk/entra/callback                                302
        """;

    /// <summary>Columns as at the desk, by keys; the first is whoever has none in use.</summary>
    public const string Api = """
        GET   /api/openapi.json                                   200
        GET   /api/tickets?view=all                               401  200  200++    200+       200++  200++
        GET   /api/tickets/{number}                               401  404  200+     200+/200   200+   200+
        GET   /api/tickets/{number}/files/{id=file}               401  404  200+     200+/403   200+   200+
        GET   /api/tickets/{number}/files/{id=otherfile}          401  404  404      404/403    404    404
        GET   /api/tickets/{number}/files/{id=heldfile}           401  404  404      404/403    404    404
        POST  /api/tickets/{number}/take                          401  403  403      409        200+   409
        POST  /api/tickets/{number}/replies                       401  403  403      400/403    400    400
        POST  /api/tickets/{number}/notes                         401  404  400      400/403    400    400
        POST  /api/tickets/{number}/ask-back                      401  403  403      400/403    400    400
        POST  /api/tickets/{number}/refer                         401  403  403      400/403    400    400
        POST  /api/tickets/{number}/close                         401  403  403      400/403    400    400
        POST  /api/tickets/{number}/reopen                        401  403  403      200+/403   200+   200+
        POST  /api/tickets/{number}/assign                        401  403  403      400/403    400    400
        POST  /api/tickets/{number}/share                         401  403  403      400/403    400    400
        POST  /api/tickets/{number}/unshare                       401  403  403      400/403    400    400
        """;

    /// <summary>Columns: without the asker's cookie; the asker; another asker.</summary>
    public const string Askers = """
        GET   /consultations                                      200  200++  200
        GET   /consultations/{key=number}                         404  200+   404
        POST  /consultations/{key=number}/{verb=write}            404  422+   404
        POST  /consultations/{key=number}/{verb=solved}           404  409+   404
        POST  /consultations/{key=number}/{verb=unsolved}         404  409+   404
        POST  /consultations/{key=number}/{verb=rate}|stars=1     404  409+   404
        POST  /consultations/{key=number}/{verb=withdraw}         404  -      404
        POST  /consultations/{key=number}/{verb=revoke}           404  -      404
        POST  /consultations/{key=number}/{verb=confidential}     404  -      404
        POST  /consultations/{key=number}/{verb=email}            404  -      404
        POST  /consultations/{key=number}/{verb=erase}            404  400    404
        GET   /consultations/{key=number}/files/{id=file}         404  200+   404
        GET   /consultations/{key=number}/files/{id=deskfile}     404  200+   404
        GET   /consultations/{key=number}/files/{id=otherfile}    404  404    404
        GET   /consultations/{key=number}/files/{id=heldfile}     404  404    404
        GET   /consultations/{key=number}/files/{id=guess}        404
        GET   /c/{key=number}/files/{id=file}                     404
        GET   /c/{key=number}                                     404
        GET   /f/{key=file}                                       404
        GET   /f/{key=number}                                     404
        GET   /f/{key=guess}                                      404
        POST  /c/{key=number}/{verb=write}|text=x                 404
        POST  /c/{key=number}/{verb=withdraw}                     404
        POST  /c/{key=number}/{verb=revoke}                       404
        GET   /ask                                                200  200++  200
        POST  /ask                                                303
        POST  /ask|q=料金&c={conversation}                        404  -      404
        GET   /ask/manifest.webmanifest                           200
        GET   /ask/consult                                        200
        GET   /ask/consult?c={conversation}                       404  200+   404
        POST  /ask/consult|step=edit&c={conversation}             404  -      404
        POST  /ask/consult|step=cancel&c={conversation}           404  -      404
        GET   /ask/{conversation}                                 404  200+   404
        POST  /ask/{conversation}/thumb|thumb=up&turn=x           404
        GET   /my-data                                            200
        POST  /my-data/download                                   303  200++  200
        GET   /my-data/erase                                      303  200    200
        POST  /my-data/erase                                      -    -      -
        GET   /v3/directline/attachments/{id=file}                404  200+   404
        GET   /v3/directline/attachments/{id=deskfile}            404  200+   404
        GET   /v3/directline/attachments/{id=heldfile}            404
        POST  /chat/session                                       200
        """;

    /// <summary>Columns: without a token; with a key of the API; with the token of another conversation; with this conversation's.</summary>
    public const string DirectLine = """
        POST  /v3/directline/tokens/generate                                     200
        POST  /v3/directline/tokens/refresh                                      401  403  200  200
        POST  /v3/directline/conversations                                       401  403  201  201
        GET   /v3/directline/conversations/{conversationId}                      401  403  403  200
        GET   /v3/directline/conversations/{conversationId}/activities           401  403  403  200+
        POST  /v3/directline/conversations/{conversationId}/activities           401  403  403  200
        GET   /v3/directline/conversations/{conversationId}/stream               401  401  401  401
        GET   /v3/directline/conversations/{conversationId}/stream?t=guess       403
        POST  /v3/directline/conversations/{conversationId}/upload               401  403  403  400
        GET   /v3/directline/attachments/{id=file}                               404  404  404  200+
        GET   /v3/directline/attachments/{id=deskfile}                           404  404  404  200+
        GET   /v3/directline/attachments/{id=heldfile}                           404
        GET   /v3/directline/session/getsessionid                                200
        """;

    /// <summary>For everybody, and about no ticket.</summary>
    public const string Open = """
        GET   /                                                   200
        GET   /health                                             200
        GET   /quality                                            200
        GET   /privacy                                            200
        GET   /terms                                              200
        GET   /knowledge                                          200
        GET   /knowledge/{id=test-support}                        200
        GET   /favicon.ico                                        200
        POST  /api/messages                                       401
        GET   /assets/{hash=guess}/{name=guess}                   404
        GET   /webchat/{hash=guess}/webchat.js                    404
        GET   /teams/tab/configure                                200
        GET   /teams/tab/desk                                     401
        GET   /teams/tab/consultations                            401
        GET   /teams/tab/consultations/{number=C-2026-0001}       401
        GET   /teams/tab/consultations/{number=C-2026-0001}/files/{id=any} 401
        POST  /teams/tab/consultations/{number=C-2026-0001}/write 401
        POST  /teams/tab/session                                  400
        """;

    public static IEnumerable<AccessRow> Rows(string table) => table.Split('\n').Select(line => AccessRow.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    public static IEnumerable<AccessRow> All => new[] { Desk, Api, Askers, DirectLine, Open }.SelectMany(Rows);
}

/// <param name="Address">With parameters as {name=value}.</param>
/// <param name="Cells">One for all, or one a column.</param>
internal sealed partial record AccessRow(string Method, bool HasToken, string Address, IReadOnlyList<(string Name, string Value)> Fields, IReadOnlyList<string> Cells)
{
    /// <summary>The route as the product maps it.</summary>
    public string Route => Parameter().Replace(Address.Split('?')[0], "{$1}");

    public bool IsOfTicket => Address.Contains("{number}", StringComparison.Ordinal) || Address.Contains("=number}", StringComparison.Ordinal)
        || Address.Contains("file}", StringComparison.Ordinal) || Address.Contains("{conversation", StringComparison.Ordinal) || Fields.Any(f => f.Value.Contains('{', StringComparison.Ordinal));

    /// <summary>Neither the desk's nor the programs': nobody there reads what the desk notes for itself.</summary>
    public bool IsOutside => !Address.StartsWith("/desk", StringComparison.Ordinal) && !Address.StartsWith("/api/", StringComparison.Ordinal);

    public static AccessRow Parse(string[] words)
    {
        var parts = words[1].Split('|', 2);
        var fields = parts.Length < 2 ? [] : parts[1].Split('&').Select(f => f.Split('=', 2)).Select(f => (f[0], f[1])).ToList();
        return new AccessRow(words[0].TrimEnd('-'), !words[0].EndsWith('-'), parts[0], fields, words[2..]);
    }

    /// <param name="column">From 0.</param>
    /// <param name="isSecret">For the confidential ticket.</param>
    public string Cell(int column, bool isSecret) => (Cells.Count == 1 ? Cells[0] : Cells[column]).Split('/') is [var both] ? both : Cells[column].Split('/')[isSecret ? 1 : 0];

    /// <summary>Text with its parameters filled in.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Parameter().Replace(text, m =>
    {
        var value = m.Groups[2].Success ? m.Groups[2].Value : m.Groups[1].Value;
        return values.GetValueOrDefault(value, value);
    });

    public override string ToString() => $"{Method} {Address}";

    [GeneratedRegex(@"\{([^}=]+)(?:=([^}]*))?\}")]
    private static partial Regex Parameter();
}
