using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.Incomes;

/// <summary>
/// The income of a household in one year (年度收入), with the detail lines that townships keep (domain facts 3.4). Money in fen; null
/// means "not given". Totals may be given or follow from their lines; they never contradict them.
/// </summary>
public sealed class Income : LedgerRow, INumberedRow, IOfficeRow
{
    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    public string HouseholdNumber { get; set; } = "";

    /// <summary>年度; its period is a setting.</summary>
    public int Year { get; set; }

    /// <summary>家庭人口数 of the year.</summary>
    public int? Size { get; set; }

    /// <summary>填报日期.</summary>
    public DateOnly? ReportedOn { get; set; }

    public long? WageIncome { get; set; }

    /// <summary>务工.</summary>
    public long? Labour { get; set; }

    /// <summary>行业部门公益岗.</summary>
    public long? DepartmentPost { get; set; }

    /// <summary>乡镇公益岗.</summary>
    public long? TownshipPost { get; set; }

    /// <summary>村级公益岗.</summary>
    public long? VillagePost { get; set; }

    public long? BusinessIncome { get; set; }

    public long? Crops { get; set; }

    public long? Livestock { get; set; }

    /// <summary>林果.</summary>
    public long? Orchard { get; set; }

    public long? OtherBusiness { get; set; }

    public long? BusinessCost { get; set; }

    public long? CropCost { get; set; }

    public long? LivestockCost { get; set; }

    public long? OrchardCost { get; set; }

    public long? OtherCost { get; set; }

    public long? PropertyIncome { get; set; }

    /// <summary>资产收益扶贫分红.</summary>
    public long? Dividend { get; set; }

    /// <summary>土地流转.</summary>
    public long? LandRent { get; set; }

    public long? OtherProperty { get; set; }

    public long? TransferIncome { get; set; }

    /// <summary>计划生育金.</summary>
    public long? FamilyPlanning { get; set; }

    /// <summary>低保金.</summary>
    public long? LivingAllowance { get; set; }

    /// <summary>特困供养金 (五保金).</summary>
    public long? Destitute { get; set; }

    /// <summary>养老保险金.</summary>
    public long? Pension { get; set; }

    /// <summary>生态补偿金.</summary>
    public long? Ecology { get; set; }

    /// <summary>地力补贴.</summary>
    public long? SoilSubsidy { get; set; }

    /// <summary>高龄补贴.</summary>
    public long? OldAge { get; set; }

    /// <summary>残疾补贴.</summary>
    public long? Disability { get; set; }

    /// <summary>教育资助.</summary>
    public long? SchoolAid { get; set; }

    /// <summary>赡养费.</summary>
    public long? Support { get; set; }

    /// <summary>优抚金.</summary>
    public long? Veterans { get; set; }

    /// <summary>取暖补贴.</summary>
    public long? Heating { get; set; }

    /// <summary>临时救助、救灾.</summary>
    public long? Relief { get; set; }

    public long? OtherTransfer { get; set; }

    public long? NetIncome { get; set; }

    public long? PerHead { get; set; }

    public string Remark { get; set; } = "";
}
