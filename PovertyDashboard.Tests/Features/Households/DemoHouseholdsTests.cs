using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Households.Demo;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Households;

public class DemoHouseholdsTests
{
    private const long Beicheng = 371591008000;

    [Fact]
    public async Task The_household_of_the_report_stands_in_its_village()
    {
        await using var store = await HouseholdStore.OpenAsync(withDemo: true);

        var deng = await store.RunAsync(db => db.Set<Household>().Include(h => h.Members).SingleAsync(h => h.Region == 371502900201));

        Assert.Equal(("邓某", "因残", 4), (deng.HeadName, deng.MainCause, deng.Members.Count));
        var head = deng.Members.Single(m => m.Relation == "户主");
        Assert.Equal((40, "肢体", "三级", "保洁"), (MemberRules.AgeOn(head.BornOn, HouseholdStore.Day), head.DisabilityKind, head.DisabilityGrade, head.PostKind));
        Assert.Equal(["邓某", "赵某", "邓某某", "邓某某"], deng.Members.OrderBy(m => m.Number).Select(m => m.Name));
        Assert.Equal(2, deng.Members.Count(m => m.School == "嘉明实验小学"));
    }

    [Fact]
    public async Task Seeding_again_adds_nothing()
    {
        await using var store = await HouseholdStore.OpenAsync(withDemo: true);
        var (households, members) = await CountAsync(store);

        var step = store.Services.GetServices<SeedStep>().Single(s => s.Order == 600);
        await using (var scope = store.Services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope())
            await step.RunAsync(scope.ServiceProvider, CancellationToken.None);

        Assert.Equal((households, members), await CountAsync(store));
        Assert.Equal(367, households);
        Assert.InRange(members, 700, 1100);
    }

    [Fact]
    public async Task Two_stores_hold_the_same_households()
    {
        await using var one = await HouseholdStore.OpenAsync(withDemo: true);
        await using var other = await HouseholdStore.OpenAsync(withDemo: true);

        Assert.Equal(await PrintAsync(one), await PrintAsync(other));
    }

    [Fact]
    public async Task Every_demo_row_passes_the_rules_and_its_sums_agree()
    {
        await using var store = await HouseholdStore.OpenAsync(withDemo: true);
        var codes = store.Services.GetRequiredService<CodeListDirectory>().Current;
        var context = new RowContext(HouseholdStore.Day, UserIdentity.System);
        var households = await store.RunAsync(db => db.Set<Household>().Include(h => h.Members).ToListAsync());

        var ids = households.SelectMany(h => h.Members).Select(m => m.IdNumber).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.StartsWith("371599", id, StringComparison.Ordinal));
        Assert.All(households, h =>
        {
            Assert.Empty(RowValidation.Check(HouseholdLedger.Ledger, HouseholdLedger.Ledger.Columns, h, context, codes));
            Assert.All(h.Members, m => Assert.Empty(RowValidation.Check(MemberLedger.Ledger, MemberLedger.Ledger.Columns, m, context, codes)));
            Assert.Equal(h.Size, h.Members.Count(m => m.LeftOn is null));
            Assert.Equal(h.HeadId, h.Members.Single(m => m.Relation == "户主").IdNumber);
            Assert.Equal(HouseholdRules.NetIncomeOf(h), h.NetIncome);
            // Income was shared by those who were there when it was added up; births, deaths and moves came after.
            Assert.Equal(HouseholdRules.PerHead(h.NetIncome, h.Members.Count(m => m.JoinedOn is null)), h.IncomePerHead);
            Assert.Equal(h.TransferIncome, h.FamilyPlanningAllowance + h.LivingAllowance + h.DestituteAllowance + h.Pension + h.EcologyAllowance + h.OtherTransfer);
            Assert.Equal(h.PropertyIncome, h.AssetDividend + h.OtherProperty);
            Assert.All(h.Members, m => Assert.Equal((m.BornOn, m.Gender), (PersonIdNumber.BirthDate(m.IdNumber), PersonIdNumber.Gender(m.IdNumber))));
        });
    }

    [Theory]
    [InlineData("六净一规范检查-韩集镇.xlsx", HouseholdStore.Hanji, 90)]
    [InlineData("整改台账-北城街道.csv", Beicheng, 120)]
    public async Task Every_head_of_the_sample_sheet_finds_its_household(string file, long township, int heads)
    {
        await using var store = await HouseholdStore.OpenAsync(withDemo: true);
        var read = SampleHeads.Read(file, township, store.Services.GetRequiredService<RegionDirectory>().Tree, CancellationToken.None);
        var keys = store.Services.GetRequiredService<HouseholdKeys>();

        var found = await store.RunAsync(async db =>
        {
            var count = 0;
            foreach (var (village, name) in read)
                if (await HouseholdLinks.FindAsync(db, keys, village, name, CancellationToken.None) is not null) count++;
            return count;
        });

        Assert.Equal((heads, heads), (read.Count, found));
    }

    private static Task<(int, int)> CountAsync(HouseholdStore store) => store.RunAsync(async db => (await db.Set<Household>().CountAsync(), await db.Set<Member>().CountAsync()));

    private static Task<List<string>> PrintAsync(HouseholdStore store) => store.RunAsync(db => db.Set<Member>().OrderBy(m => m.Number)
        .Select(m => m.Number + m.Name + m.IdNumber + m.Health + m.WorkMonths + m.Household!.NetIncome).ToListAsync());
}
