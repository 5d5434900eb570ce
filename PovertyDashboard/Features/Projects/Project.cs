using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects;

/// <summary>Kinds of projects by which the program acts (项目类型), texts of code list project-kind.</summary>
public static class ProjectKind
{
    public const string VillageStation = "村级电站", JointStation = "联村电站", CentralStation = "集中电站", HomeStation = "户用电站", Greenhouse = "大棚", JobBase = "就业基地", LandTransfer = "土地流转", Cooperative = "合作社";

    private const string Station = "电站";

    /// <summary>Whether it yields electricity: then its money is counted month by month (光伏收益).</summary>
    public static bool IsStation(string kind) => kind.EndsWith(Station, StringComparison.Ordinal);

    /// <summary>The kind that the name of an unknown station tells (观城联村电站); village stations are the rule.</summary>
    public static string OfStation(string name) => name switch
    {
        _ when name.Contains("联村", StringComparison.Ordinal) => JointStation,
        _ when name.Contains("集中", StringComparison.Ordinal) => CentralStation,
        _ when name.Contains("户用", StringComparison.Ordinal) => HomeStation,
        _ => VillageStation,
    };
}

/// <summary>States of a project (项目状态), texts of code list project-state.</summary>
public static class ProjectState
{
    public const string Building = "在建", Running = "运行", Stopped = "停运", Disposed = "已处置";
}

/// <summary>A project of industry (产业项目): a power station, greenhouse, employment base, land transfer or cooperative, owned by a village or, jointly, by a township's villages.</summary>
public sealed class Project : LedgerRow, IOfficeRow
{
    public string Name { get; set; } = "";

    /// <summary>项目类型, text of code list project-kind.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Follows from the kind, so that lists and figures need not read it.</summary>
    public bool IsStation { get; set; }

    /// <summary>Where it stands (建设地点); a joint station may stand in another town than its villages.</summary>
    public string Site { get; set; } = "";

    /// <summary>总投资 in fen.</summary>
    public long? Investment { get; set; }

    /// <summary>资金来源, text of code list project-funding.</summary>
    public string Funding { get; set; } = "";

    /// <summary>装机容量 in hundredths of a kW.</summary>
    public long? Capacity { get; set; }

    /// <summary>占地 or transferred land in hundredths of a mu (亩).</summary>
    public long? Land { get; set; }

    public DateOnly? BuiltOn { get; set; }

    /// <summary>并网日期.</summary>
    public DateOnly? GridOn { get; set; }

    /// <summary>带动就业人数.</summary>
    public int? Employed { get; set; }

    /// <summary>Of those employed, from poor households (其中贫困人口).</summary>
    public int? PoorEmployed { get; set; }

    /// <summary>年租金 in fen that the project yields.</summary>
    public long? Rent { get; set; }

    /// <summary>年收益 in fen: what it is reported to yield a year; what it did yield stands in its income rows.</summary>
    public long? AnnualIncome { get; set; }

    /// <summary>经营主体.</summary>
    public string Operator { get; set; } = "";

    /// <summary>带贫方式: how poor households gain by it.</summary>
    public string Benefit { get; set; } = "";

    /// <summary>项目状态, text of code list project-state.</summary>
    public string State { get; set; } = "";

    public string Remark { get; set; } = "";

    public bool IsJoint => Kind == ProjectKind.JointStation;
}

/// <summary>A row that may belong to a project by its name (项目所属行).</summary>
internal interface IProjectRow
{
    long Region { get; }

    string ProjectName { get; set; }

    long? ProjectId { get; set; }
}
