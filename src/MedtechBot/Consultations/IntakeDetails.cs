using MedtechBot.Consultations.Routing;

namespace MedtechBot.Consultations;

/// <summary>What a desk needs to know beside the matter itself. Everything may be missing; what is missing is shown as missing.</summary>
public sealed record IntakeDetails
{
    /// <summary>What the matter is about, as the asker chose; codes of the routing rules.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public Wish? Wish { get; init; }
    public string? Product { get; init; }
    public string? IntendedUse { get; init; }
    public string? Principle { get; init; }
    public ProductForm? Form { get; init; }

    /// <summary>The development stage, 1 to 8.</summary>
    public int? Stage { get; init; }

    /// <summary>The support type, 1 to 3 (① 医療関連企業活用型 ② ものづくり企業活用型 ③ 都市圏内ニーズ活用型).</summary>
    public int? SupportType { get; init; }

    /// <summary>The class or generic name (一般的名称) the asker supposes; nobody here has judged it.</summary>
    public string? SupposedClass { get; init; }

    public string? Markets { get; init; }

    /// <summary>For intellectual property: whether it is published or filed.</summary>
    public string? Filing { get; init; }

    /// <summary>For intellectual property: on whose side the inventors are.</summary>
    public string? Inventors { get; init; }

    public string? TrialPhase { get; init; }
    public string? TrialSite { get; init; }
    public string? ReimbursementCategory { get; init; }

    /// <summary>For reimbursement: the product or technique it would be compared with.</summary>
    public string? Comparator { get; init; }

    public string? FundingSoFar { get; init; }

    /// <summary>Companies whose people must not see it, as the asker wrote them.</summary>
    public string? Competitors { get; init; }

    public string? EarlierConsultations { get; init; }
    public string? Deadline { get; init; }
    public string? PublicFunding { get; init; }

    /// <summary>One of Japan's prefectures as it is written in the directory (東京都), or null.</summary>
    public string? Prefecture { get; init; }

    public string? Organisation { get; init; }
    public string? Name { get; init; }

    /// <summary>Whether the questions and answers of the conversation may be read by those who handle the ticket.</summary>
    public bool SharesTranscript { get; init; } = true;

    /// <summary>An unpublished invention or a secret: seen by few, and kept out of drafts, learning and evaluation.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Each of <see cref="Competitors"/>.</summary>
    public IReadOnlyList<string> NamedCompetitors =>
        Competitors?.Split(['、', ',', '\uFF0C', ';', '\uFF1B', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>What triage goes by.</summary>
    public RoutingFacts ForTriage(string summary, DateOnly today) => new()
    {
        Text = string.Join('\n', new[]
        {
            summary, Product, IntendedUse, Principle, SupposedClass, Markets, EarlierConsultations,
            Filing, Inventors, TrialPhase, TrialSite, ReimbursementCategory, Comparator, FundingSoFar,
        }.Where(t => t is { Length: > 0 })),
        Today = today,
        Topics = Topics,
        Stage = Stage,
        Prefecture = Prefecture,
        Deadline = Deadline,
        Competitors = NamedCompetitors,
        WantsHow = Wish is { } wish ? wish == Consultations.Wish.How : null,
        HasPublicFunding = PublicFunding is { Length: > 0 },
        IsSoftware = Form is ProductForm.Software or ProductForm.Both,
        IsConfidential = IsConfidential,
    };
}

/// <summary>What to do is free consultation; how to do it is an introduction to paid experts. The asker is told so beforehand.</summary>
public enum Wish { What, How }

public enum ProductForm { Software, Hardware, Both, Undecided }
