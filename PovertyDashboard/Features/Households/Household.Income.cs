namespace PovertyDashboard.Features.Households;

/// <content>Income of the year (年度收入), domain facts 3.4: 纯收入 = 工资性 + 生产经营性 + 财产性 + 转移性 − 生产经营性支出.</content>
public sealed partial class Household
{
    public long? IncomePerHead { get; set; }

    /// <summary>年收入 as the national export carries it.</summary>
    public long? AnnualIncome { get; set; }

    public long? NetIncome { get; set; }

    public long? WageIncome { get; set; }

    public long? BusinessIncome { get; set; }

    public long? BusinessCost { get; set; }

    /// <summary>财产性收入 = 资产收益扶贫分红 + 其他财产性.</summary>
    public long? PropertyIncome { get; set; }

    public long? AssetDividend { get; set; }

    public long? OtherProperty { get; set; }

    /// <summary>转移性收入: the sum of the six transfers below.</summary>
    public long? TransferIncome { get; set; }

    /// <summary>计划生育金.</summary>
    public long? FamilyPlanningAllowance { get; set; }

    /// <summary>低保金.</summary>
    public long? LivingAllowance { get; set; }

    /// <summary>五保金 (特困供养金).</summary>
    public long? DestituteAllowance { get; set; }

    /// <summary>养老保险金.</summary>
    public long? Pension { get; set; }

    /// <summary>生态补偿金.</summary>
    public long? EcologyAllowance { get; set; }

    public long? OtherTransfer { get; set; }
}
