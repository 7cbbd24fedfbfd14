namespace MedtechBot.Host.DirectLine;

/// <summary>Refusals in the shape Direct Line clients read.</summary>
internal static class DirectLineErrors
{
    public static IResult NoToken => Error(401, "MissingToken", "A token is needed: Authorization: Bearer <token>.");

    /// <summary>Clients read 403 as an expired token and ask for a new one.</summary>
    public static IResult WrongToken => Error(403, "TokenExpired", "The token does not admit to this conversation, or has expired.");

    public static IResult NoConversation => Error(404, "NotFound", "There is no such conversation.");

    public static IResult BadRequest(string message) => Error(400, "BadArgument", message);

    public static IResult TooLarge(string message) => Error(413, "MessageSizeTooBig", message);

    public static IResult WrongType(string message) => Error(415, "UnsupportedMediaType", message);

    public static IResult TooMany(string message) => Error(429, "TooManyRequests", message);

    public static IResult NoRoom(string message) => Error(503, "ServiceUnavailable", message);

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
