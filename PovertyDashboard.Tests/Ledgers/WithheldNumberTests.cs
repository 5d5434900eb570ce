using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Ledgers;

/// <summary>Numbers that are masked cannot be felt out by asking for parts of them; whoever keeps the ledger asks as he likes.</summary>
public sealed class WithheldNumberTests
{
    private const string Id = "371599198001010017";

    private static readonly Ledger Members = MemberLedger.Ledger, Wages = WageLedger.Ledger;

    [Theory]
    [InlineData(Roles.Leader)]
    [InlineData(Roles.Inspector)]
    [InlineData(Roles.Clinic)]
    [InlineData(Roles.Helper)]
    [InlineData(Roles.Cadre)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.Discipline)]
    public void Who_does_not_keep_the_ledger_asks_for_whole_numbers_only(string role)
    {
        Assert.Empty(Asked(role, Members, "证件号码", "3715991980"));
        Assert.Equal([new ColumnFilter("证件号码", Id)], Asked(role, Members, "证件号码", Id));
        Assert.Equal([new ColumnFilter("证件号码", LedgerFilter.Blank)], Asked(role, Members, "证件号码", LedgerFilter.Blank));
        Assert.Empty(Asked(role, Wages, "银行账号", "622"));
        Assert.Empty(Asked(role, Wages, "银行账号", "6223190012345678903"));
        Assert.Equal([new ColumnFilter("银行账号", LedgerFilter.Blank)], Asked(role, Wages, "银行账号", LedgerFilter.Blank));
    }

    [Fact]
    public void Nor_do_they_sort_by_such_a_number()
    {
        var column = Wages.Columns.Single(c => c.Header == "银行账号");
        var query = new LedgerQuery { Sort = "-" + column.Key };
        Assert.Equal("", query.AllowedTo(Wages, Of(Roles.Leader)).Sort);
        Assert.True(Wages.IsGuessable(column, Of(Roles.Leader)));
        Assert.Equal("-" + column.Key, query.AllowedTo(Wages, Of(Roles.Staff)).Sort);
    }

    [Fact]
    public void Who_keeps_the_ledger_asks_for_any_part()
    {
        Assert.Equal([new ColumnFilter("证件号码", "3715")], Asked(Roles.Staff, Members, "证件号码", "3715"));
        Assert.Equal([new ColumnFilter("银行账号", "622")], Asked(Roles.Staff, Wages, "银行账号", "622"));
    }

    [Fact]
    public void Conditions_on_other_columns_stay()
    {
        var query = new LedgerQuery { Filters = [new("姓名", "张")], Sort = "Name" };
        Assert.Equal(query.Filters, query.AllowedTo(Members, Of(Roles.Leader)).Filters);
    }

    private static IReadOnlyList<ColumnFilter> Asked(string role, Ledger ledger, string column, string value) =>
        new LedgerQuery { Filters = [new(column, value)] }.AllowedTo(ledger, Of(role)).Filters;

    private static UserIdentity Of(string role) => new("a", "某", [role], RegionScope.Everything);
}
