using CsCheck;
using PovertyDashboard.Features.Households.Incomes;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Households.Incomes;

/// <summary>Income never drifts by a fen (domain facts 3.4).</summary>
public class IncomeSumsTests
{
    private static readonly RowContext Context = new(new DateOnly(2020, 8, 31), UserIdentity.System);

    private static readonly Gen<Income> Sheets = Gen.Select(Gen.Long[0, 99_999_99].Array[24], Gen.Int[1, 12], Gen.Int[0, (1 << 24) - 1]).Select((fen, size, given) =>
    {
        var at = 0;
        long? Next() => (given & (1 << at)) != 0 ? fen[at++] : Skip();
        long? Skip()
        {
            at++;
            return null;
        }

        return new Income
        {
            Year = 2020,
            Size = size,
            Labour = Next(),
            DepartmentPost = Next(),
            TownshipPost = Next(),
            VillagePost = Next(),
            Crops = Next(),
            Livestock = Next(),
            Orchard = Next(),
            OtherBusiness = Next(),
            CropCost = Next(),
            LivestockCost = Next(),
            OrchardCost = Next(),
            OtherCost = Next(),
            Dividend = Next(),
            LandRent = Next(),
            OtherProperty = Next(),
            FamilyPlanning = Next(),
            LivingAllowance = Next(),
            Pension = Next(),
            SoilSubsidy = Next(),
            OldAge = Next(),
            Support = Next(),
            Heating = Next(),
            Relief = Next(),
            OtherTransfer = Next(),
        };
    });

    [Fact]
    public void Totals_are_their_lines_net_is_the_totals_and_heads_share_it_to_half_a_fen() => Sheets.Sample(income =>
    {
        IncomeSums.Fill(income);
        Assert.All(IncomeSums.All, sum => Assert.Equal(sum.Of(income), sum.Total(income)));
        Assert.Empty(IncomeSums.Contradictions(income));
        if (income.NetIncome is not { } net) return;
        Assert.Equal((income.WageIncome ?? 0) + (income.BusinessIncome ?? 0) + (income.PropertyIncome ?? 0) + (income.TransferIncome ?? 0) - (income.BusinessCost ?? 0), net);
        var off = income.PerHead!.Value * income.Size!.Value - net;
        Assert.InRange(2 * Math.Abs(off), 0, income.Size.Value);
    });

    [Fact]
    public void Filling_again_changes_nothing_and_a_total_off_by_one_fen_is_refused() => Sheets.Where(i => IncomeSums.NetOf(i) is not null).Sample(income =>
    {
        IncomeSums.Fill(income);
        var (net, head) = (income.NetIncome, income.PerHead);
        IncomeSums.Fill(income);
        Assert.Equal((net, head), (income.NetIncome, income.PerHead));
        income.NetIncome++;
        Assert.Contains(IncomeSums.Contradictions(income), f => f.Column == "纯收入" && f.Message.Contains("相差 0.01 元", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData(1_00, 3, 33)]
    [InlineData(2_00, 3, 67)]
    [InlineData(1, 2, 1)]
    [InlineData(-1, 2, -1)]
    public void Half_a_fen_goes_away_from_zero(long net, int size, long perHead)
    {
        var income = new Income { Size = size, NetIncome = net };
        IncomeSums.Fill(income);
        Assert.Equal(perHead, income.PerHead);
    }

    [Fact]
    public void A_total_without_lines_stands_and_one_against_them_names_both_numbers()
    {
        var income = new Income { Year = 2020, Size = 2, TransferIncome = 5_000_00 };
        Assert.Empty(IncomeRules.Check(income, Context));
        income.Pension = 1_704_00;
        Assert.Equal("转移性收入：填的是 5,000.00 元，明细合计是 1,704.00 元，相差 3,296.00 元。请核对后改为一致，或把转移性收入清空，由系统计算。", Assert.Single(IncomeRules.Check(income, Context)).Message);
        Assert.Equal("年度收入：一项收入也没有填写。请至少填写一项，没有收入的填 0。", Assert.Single(IncomeRules.Check(new Income { Year = 2020, Size = 2 }, Context)).Message);
    }

    [Fact]
    public void A_wrong_share_per_head_names_both_numbers()
    {
        var income = new Income { Year = 2020, Size = 3, WageIncome = 10_000_00, PerHead = 3_333_34 };
        Assert.StartsWith("人均纯收入：填的是 3,333.34 元，纯收入除以家庭人口数是 3,333.33 元", Assert.Single(IncomeRules.Check(income, Context)).Message, StringComparison.Ordinal);
    }
}
