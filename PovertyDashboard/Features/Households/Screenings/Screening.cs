using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.Screenings;

/// <summary>The results of a screened item (摸排结果), texts of code list screening-result.</summary>
public static class ScreeningResult
{
    public const string Met = "已达标";
    public const string Failed = "未达标";

    /// <summary>Only of schooling: no child of school age.</summary>
    public const string NotApplicable = "不适用";
}

/// <summary>
/// A household looked at for 两不愁三保障 and drinking water on one day (摸排): seven results, each with its basis, and the facts they
/// follow from (domain facts 2). Money in fen, shares in 1/10 per cent; null and empty text mean "not given".
/// </summary>
public sealed class Screening : LedgerRow, INumberedRow, IOfficeRow
{
    public DateOnly ScreenedOn { get; set; }

    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    public string HouseholdNumber { get; set; } = "";

    /// <summary>摸排人: who went there.</summary>
    public string Screener { get; set; } = "";

    public string Income { get; set; } = "";

    public string IncomeBasis { get; set; } = "";

    /// <summary>人均纯收入 of the year, in fen.</summary>
    public long? IncomePerHead { get; set; }

    /// <summary>不愁吃.</summary>
    public string Food { get; set; } = "";

    public string FoodBasis { get; set; } = "";

    /// <summary>平常能吃得饱.</summary>
    public bool? EatsEnough { get; set; }

    /// <summary>一段时间内能吃到肉、蛋、奶或豆制品.</summary>
    public bool? HasProtein { get; set; }

    /// <summary>不愁穿.</summary>
    public string Clothing { get; set; } = "";

    public string ClothingBasis { get; set; } = "";

    /// <summary>四季有应季衣服.</summary>
    public bool? HasSeasonClothes { get; set; }

    /// <summary>有换季被褥和鞋.</summary>
    public bool? HasBedding { get; set; }

    /// <summary>义务教育.</summary>
    public string Schooling { get; set; } = "";

    public string SchoolingBasis { get; set; } = "";

    /// <summary>Children of 6 to 15 full years (学龄人数).</summary>
    public int? SchoolAge { get; set; }

    public int? InSchool { get; set; }

    /// <summary>送教上门.</summary>
    public int? TaughtAtHome { get; set; }

    /// <summary>Excused (身体原因不具备学习条件、休学、延缓入学), with approval.</summary>
    public int? Excused { get; set; }

    /// <summary>失学辍学.</summary>
    public int? Dropouts { get; set; }

    /// <summary>基本医疗.</summary>
    public string Medical { get; set; } = "";

    public string MedicalBasis { get; set; } = "";

    /// <summary>People without 居民医保 or 职工医保 (未参保人数).</summary>
    public int? Uninsured { get; set; }

    /// <summary>常见病慢性病看得上、看得起.</summary>
    public bool? AffordsCare { get; set; }

    /// <summary>家庭医生签约.</summary>
    public bool? HasFamilyDoctor { get; set; }

    /// <summary>住房安全.</summary>
    public string Housing { get; set; } = "";

    public string HousingBasis { get; set; } = "";

    /// <summary>住房等级 A-D, text of code list house-grade.</summary>
    public string HouseGrade { get; set; } = "";

    public DateOnly? AppraisedOn { get; set; }

    /// <summary>鉴定单位.</summary>
    public string Appraiser { get; set; } = "";

    /// <summary>其他安全住房: where the household lives safely elsewhere, text of code list safe-dwelling.</summary>
    public string SafeDwelling { get; set; } = "";

    /// <summary>饮水安全.</summary>
    public string Water { get; set; } = "";

    public string WaterBasis { get; set; } = "";

    /// <summary>水源, text of code list water-source.</summary>
    public string WaterSource { get; set; } = "";

    /// <summary>用水量 in litres a person and day.</summary>
    public int? WaterAmount { get; set; }

    /// <summary>水质, text of code list water-quality.</summary>
    public string WaterQuality { get; set; } = "";

    /// <summary>水质检测报告号 of a central supply.</summary>
    public string WaterReport { get; set; } = "";

    /// <summary>供水入户.</summary>
    public bool? PipedIn { get; set; }

    /// <summary>取水往返时间 in minutes, where water is fetched.</summary>
    public int? FetchMinutes { get; set; }

    /// <summary>取水水平距离 in metres.</summary>
    public int? FetchDistance { get; set; }

    /// <summary>取水垂直距离 in metres.</summary>
    public int? FetchHeight { get; set; }

    /// <summary>供水保证率 in 1/10 per cent.</summary>
    public long? WaterReliability { get; set; }

    /// <summary>水量评价 and the other three indicators, texts of code list water-grade; they follow from the values and the thresholds of the day.</summary>
    public string AmountGrade { get; set; } = "";

    public string QualityGrade { get; set; } = "";

    public string AccessGrade { get; set; } = "";

    public string ReliabilityGrade { get; set; } = "";

    /// <summary>Items that are 未达标.</summary>
    public int FailedCount { get; set; }

    public string Remark { get; set; } = "";
}
