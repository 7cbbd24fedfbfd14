using FsCheck;
using MedtechBot.Consultations.Promises;

namespace MedtechBot.Tests.Consultations.Promises;

/// <summary>What holds whatever happens: over all the years that the holiday data covers, whenever somebody asks, waits and replies.</summary>
public class PromisePropertyTests
{
    private static readonly BusinessCalendar Calendar = BusinessCalendar.Of(new ClosingDays([new Closing(new(2000, 8, 13), new(2000, 8, 16), EveryYear: true, "夏季休業")]));
    private static readonly PromiseTerms Terms = new();
    private static readonly DateTimeOffset First = new(2020, 1, 4, 0, 0, 0, TimeSpan.Zero);
    private static readonly int Minutes = (int)(new DateTimeOffset(2050, 6, 1, 0, 0, 0, TimeSpan.Zero) - First).TotalMinutes;

    // Up to two weeks between one thing and the next.
    private static readonly Gen<int> Gap = Gen.Choose(0, 14 * 24 * 60);

    private static readonly Arbitrary<Matter> Matters = Arb.From(
        from opened in Gen.Choose(0, Minutes)
        from days in Gen.Choose(0, 10)
        from a in Gap
        from b in Gap
        from c in Gap
        from d in Gap
        from e in Gap
        select new Matter(First.AddMinutes(opened), days, a, b, c, d, e));

    [Fact]
    public void It_is_never_due_on_a_closed_day_and_never_before_it_was_opened() => Holds(m =>
        Calendar.IsOpen(m.Standing.Due) && m.Standing.DueAt >= m.Opened);

    [Fact]
    public void It_leaves_exactly_the_business_days_that_it_promises() => Holds(m =>
        Calendar.Between(Terms.DayOf(m.Opened, Calendar), m.Promise.FirstDue(Calendar, Terms)) == m.Days);

    [Fact]
    public void Who_asks_later_is_never_promised_an_earlier_day() => Holds(m =>
        (m with { Opened = m.Opened.AddMinutes(m.E) }).Promise.FirstDue(Calendar, Terms) >= m.Promise.FirstDue(Calendar, Terms)
        && (m with { Days = m.Days + 1 }).Promise.FirstDue(Calendar, Terms) > m.Promise.FirstDue(Calendar, Terms));

    [Fact]
    public void Waiting_never_shortens_it_and_longer_waiting_never_less_than_shorter() => Holds(m =>
        m.Standing.Due >= m.Promise.FirstDue(Calendar, Terms)
        && m.At(m.Now, m.FirstWait, m.SecondWait).Due >= m.At(m.Now, m.FirstWait).Due
        && m.At(m.Now, m.FirstWait with { Until = m.FirstWait.Until!.Value.AddMinutes(m.E) }).Due >= m.At(m.Now, m.FirstWait).Due);

    [Fact]
    public void Waiting_in_two_pieces_is_waiting_in_one() => Holds(m =>
    {
        var middle = m.FirstWait.From.AddMinutes(m.B / 2);
        return m.At(m.Now, new(m.FirstWait.From, middle), new(middle, m.FirstWait.Until)).Due == m.At(m.Now, m.FirstWait).Due;
    });

    [Fact]
    public void Waiting_that_overlaps_counts_once() => Holds(m =>
        m.At(m.Now, m.FirstWait, m.FirstWait).Due == m.At(m.Now, m.FirstWait).Due);

    [Fact]
    public void While_waiting_goes_on_the_promise_is_not_broken_and_nobody_is_reminded() => Holds(m =>
    {
        var standing = m.At(m.Now, m.FirstWait with { Until = null });
        return m.FirstWait.From > m.Promise.At(m.FirstWait.From, Calendar, Terms).DueAt
            ? standing.State == PromiseState.Overdue
            : standing is { State: PromiseState.Paused, Steps.Count: 0 } && standing.DueAt >= m.Now;
    });

    [Fact]
    public void Its_state_follows_its_steps() => Holds(m =>
    {
        var standing = m.Standing;
        var done = standing.DueBy(m.Now).Select(s => s.Action).ToList();
        return standing.State switch
        {
            PromiseState.OnTime => done.Count == 0,
            PromiseState.DueSoon => done is [PromiseAction.Remind],
            PromiseState.Overdue => done is [PromiseAction.Remind, PromiseAction.Escalate],
            _ => false,
        } && standing.NextAfter(m.Now) is var next && (next is null == (standing.State == PromiseState.Overdue)) && !(next <= m.Now);
    });

    [Fact]
    public void A_reply_keeps_it_exactly_when_it_was_not_overdue() => Holds(m =>
        m.Promise.At(m.Now, Calendar, Terms, [m.FirstWait, m.SecondWait], repliedAt: m.Now).State
            == (m.Standing.State == PromiseState.Overdue ? PromiseState.Broken : PromiseState.Kept));

    [Fact]
    public void What_comes_after_the_reply_changes_nothing() => Holds(m =>
        m.Promise.At(m.Now, Calendar, Terms, [m.FirstWait], repliedAt: m.SecondWait.From)
            == m.Promise.At(m.Now, Calendar, Terms, [m.FirstWait, m.SecondWait with { From = m.SecondWait.From.AddMinutes(1), Until = m.Now.AddDays(1) }], repliedAt: m.SecondWait.From));

    [Fact]
    public void Nobody_is_reminded_before_the_clock_runs() => Holds(m =>
        m.Standing.Steps[0].At > m.Opened || m.Standing.Due == Terms.DayOf(m.Opened, Calendar));

    [Fact]
    public void Who_is_in_charge_is_flagged_in_the_morning_of_a_business_day_and_later_relieved() => Holds(m =>
    {
        var (flag, relieve) = (Stale(PromiseAction.FlagStale, Terms.StaleAfter), Stale(PromiseAction.Reassign, Terms.ReassignAfter));
        return flag.At < relieve.At && new[] { flag, relieve }.All(s => Calendar.IsOpen(s.For) && s.At > m.Opened.AddDays(Terms.StaleAfter));

        PromiseStep Stale(PromiseAction action, int days) => Staleness.Step(action, m.Opened, days, Calendar, Terms);
    });

    private static void Holds(Func<Matter, bool> property) =>
        Prop.ForAll(Matters, property).Check(new Configuration { MaxNbOfTest = 1_000, Runner = Configuration.QuickThrowOnFailure.Runner });

    private sealed record Matter(DateTimeOffset Opened, int Days, int A, int B, int C, int D, int E)
    {
        public Promise Promise => new(Opened, Days);

        public Waiting FirstWait => new(Opened.AddMinutes(A), Opened.AddMinutes(A + B));

        public Waiting SecondWait => new(FirstWait.Until!.Value.AddMinutes(C), FirstWait.Until!.Value.AddMinutes(C + D));

        /// <summary>After everything that was waited for.</summary>
        public DateTimeOffset Now => SecondWait.Until!.Value.AddMinutes(E);

        public PromiseStanding Standing => At(Now, FirstWait, SecondWait);

        public PromiseStanding At(DateTimeOffset now, params IReadOnlyList<Waiting> waited) => Promise.At(now, Calendar, Terms, waited);
    }
}
