using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Remediation.Demo;

/// <summary>Synthetic problems for the verb <c>demo</c>: one household in three has one, three in four are closed.</summary>
internal static class DemoProblems
{
    private const int DaysBack = 60;

    public static readonly DemoSource Source = new(40, MakeAsync);

    private static async Task<IReadOnlyList<LedgerRow>> MakeAsync(DemoBatch batch, CancellationToken ct)
    {
        var numbers = new Dictionary<(long, DateOnly), ProblemNumbers>();
        var problems = new List<LedgerRow>();
        foreach (var household in batch.Households.Where(_ => batch.Random.Next(3) == 0))
        {
            var foundOn = batch.Today.AddDays(-batch.Random.Next(DaysBack));
            var key = (RegionKey.TownshipOf(household.Region), foundOn);
            if (!numbers.TryGetValue(key, out var next)) numbers[key] = next = await ProblemOpening.NumbersAsync(batch.Db, household.Region, foundOn, ct);
            problems.Add(Make(batch, household, foundOn, next.Next()));
        }

        return problems;
    }

    private static Problem Make(DemoBatch batch, HouseholdKey household, DateOnly foundOn, string number)
    {
        var pick = batch.Random.Next(1_000);
        var example = ExampleProblems.Of(pick);
        var problem = new Problem
        {
            Region = household.Region,
            Number = number,
            HouseholdName = household.HeadName,
            HouseholdId = household.Id,
            Source = ExampleProblems.SourceOf(pick),
            Category = example.Category,
            Description = example.Description,
            FoundOn = foundOn,
            FoundBy = ExampleProblems.PersonOf(pick),
            DueOn = foundOn.AddDays(15),
            Owner = ExampleProblems.PersonOf(pick + 3),
            Remark = "示例",
        };
        var stage = batch.Random.Next(100);
        if (stage < 75) Close(problem, example, batch.Today);
        else if (stage < 90) (problem.State, problem.Remedy) = (ProblemState.Rectifying, example.Remedy);
        return problem;
    }

    /// <summary>As history that was kept on paper: already closed when it came in.</summary>
    private static void Close(Problem problem, Example example, DateOnly today)
    {
        var closedOn = problem.FoundOn.AddDays(10);
        if (closedOn > today) return;
        (problem.State, problem.IsImported, problem.Remedy, problem.Result) = (ProblemState.Closed, true, example.Remedy, example.Result);
        (problem.RectifiedOn, problem.ClosedOn, problem.ClosedBy) = (problem.FoundOn.AddDays(8), closedOn, ExampleProblems.PersonOf(problem.FoundOn.Day));
    }
}
