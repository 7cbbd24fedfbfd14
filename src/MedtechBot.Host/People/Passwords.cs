using MedtechBot.People;
using Microsoft.AspNetCore.Identity;

namespace MedtechBot.Host.People;

/// <summary>Hashes passwords and checks them, in the same time whether there is an account or not.</summary>
internal sealed class Passwords
{
    private readonly PasswordHasher<Passwords> _hasher = new();

    // Nobody's: checked against when there is no account, so that the answer takes as long.
    private readonly string _decoy;

    public Passwords() => _decoy = Hash(Secret.Next());

    public string Hash(string password) => _hasher.HashPassword(this, password);

    public bool Verify(PersonRow? person, string password)
    {
        var hash = person is { DisabledAt: null } ? person.PasswordHash : null;
        return _hasher.VerifyHashedPassword(this, hash ?? _decoy, password) != PasswordVerificationResult.Failed && hash is not null;
    }
}
