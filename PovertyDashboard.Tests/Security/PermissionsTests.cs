using System.Security.Claims;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Security;

public sealed class PermissionsTests
{
    public static TheoryData<string, Act, bool> Matrix()
    {
        var may = new Dictionary<string, Act[]>
        {
            [Roles.Leader] = [Act.Read, Act.ReadOffice, Act.ReadWorks, Act.Export, Act.ListHealth, Act.ApproveWages, Act.ReadInspections],
            [Roles.Staff] =
            [
                Act.Read, Act.ReadOffice, Act.ReadWorks, Act.Write, Act.Delete, Act.Import, Act.Export, Act.ExportFull, Act.Unmask, Act.Tick, Act.Visit, Act.Rectify, Act.VerifyClose, Act.ListHealth, Act.ApproveWages,
                Act.ReadInspections, Act.PlanInspections, Act.Inspect,
            ],
            [Roles.Inspector] = [Act.Read, Act.ReadOffice, Act.ReadWorks, Act.Export, Act.Tick, Act.VerifyClose, Act.ReadInspections, Act.Inspect],
            [Roles.Clinic] = [Act.Read, Act.Delete, Act.Import, Act.Export, Act.ExportFull, Act.Unmask, Act.ListHealth, Act.ReadHealth, Act.WriteHealth],
            [Roles.Helper] = [Act.Read, Act.ReadOffice, Act.ReadWorks, Act.Export, Act.Visit, Act.Rectify],
            [Roles.Cadre] = [Act.Read, Act.ReadOffice, Act.ReadWorks, Act.Export, Act.Visit, Act.Rectify],
            [Roles.Auditor] = [Act.Read, Act.ReadWorks, Act.Export, Act.Audit],
            [Roles.Discipline] =
            [
                Act.Read, Act.ReadOffice, Act.ReadWorks, Act.Delete, Act.Import, Act.Export, Act.ExportFull, Act.Unmask, Act.VerifyClose, Act.ReadInspections, Act.PlanInspections, Act.Inspect, Act.KeepClues,
            ],
            [Roles.Administrator] = [Act.Administer],
        };
        var data = new TheoryData<string, Act, bool>();
        foreach (var role in Roles.Titles.Keys)
            foreach (var act in Enum.GetValues<Act>()) data.Add(role, act, may[role].Contains(act));
        return data;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_role_may_do_its_acts_and_no_other(string role, Act act, bool may) =>
        Assert.Equal(may, Principal([role], StagingKeys).ToIdentity().May(act));

    [Fact]
    public void Nobody_may_do_anything_and_sees_nothing()
    {
        var nobody = new ClaimsPrincipal(new ClaimsIdentity()).ToIdentity();
        Assert.DoesNotContain(Enum.GetValues<Act>(), a => nobody.May(a));
        Assert.False(nobody.Scope.Touches(371500000000));
    }

    [Fact]
    public void An_administrator_sees_no_rows_whatever_regions_the_account_has()
    {
        var identity = Principal([Roles.Administrator], StagingKeys).ToIdentity();
        Assert.Empty(identity.Scope.Roots);
        Assert.False(identity.Scope.IsEverything);
    }

    [Fact]
    public void A_user_who_must_change_the_password_is_nobody_until_then()
    {
        var principal = Principal([Roles.Staff], StagingKeys);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(UserClaims.MustChangePassword, "1"));
        Assert.Same(UserIdentity.Nobody, principal.ToIdentity());
    }

    [Theory]
    [InlineData("", Roles.Helper)]
    [InlineData("7,9", Roles.Helper)]
    [InlineData("7,9", Roles.Helper, Roles.Administrator)]
    [InlineData(null, Roles.Helper, Roles.Cadre)]
    [InlineData(null, Roles.Cadre)]
    [InlineData(null, Roles.Staff, Roles.Helper)]
    public void Who_reads_as_a_helper_only_meets_his_own_households_alone(string? expected, params string[] roles)
    {
        var principal = Principal(roles, StagingKeys);
        if (expected is not "") ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(UserClaims.Households, "7,9"));
        var households = principal.ToIdentity().Scope.Households;
        Assert.Equal(expected, households is null ? null : string.Join(',', households));
    }

    [Fact]
    public void Claims_become_the_identity_with_its_name_roles_and_regions()
    {
        var identity = Principal([Roles.Inspector], ["371590115000", "371590108000"]).ToIdentity();
        Assert.Equal(("hanji.wang", "王同志"), (identity.Name, identity.DisplayName));
        Assert.Equal([371590108000, 371590115000], identity.Scope.Roots);
        Assert.True(identity.Scope.Contains(371590115299));
        Assert.False(identity.Scope.Contains(371522116000));
        Assert.False(identity.IsSystem);
    }

    private static readonly string[] StagingKeys = ["371500000000"];

    private static ClaimsPrincipal Principal(string[] roles, string[] regions) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, "hanji.wang"), new Claim(UserClaims.DisplayName, "王同志"),
            .. roles.Select(r => new Claim(ClaimTypes.Role, r)), .. regions.Select(r => new Claim(UserClaims.Region, r)),
        ],
        "test"));
}
