using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Attachments;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Inspections;
using PovertyDashboard.Features.Inspections.Sampling;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Inspections;

/// <summary>A real store in a temporary file with households, inspections, remediation and imports, standing at 2020-08-31, with 12 households in two villages and one plan.</summary>
public sealed class InspectionStore : RoomStore
{
    public const long City = 371500000000, Hanji = 371590115000, Dayang = 371590115299, Zhangzhai = 371522116000, Qianwang = 371522116240, Shangzhuang = 371522116219;

    public const string Title = "8 月专项督查";

    public static readonly DateOnly Today = new(2020, 8, 31), First = new(2020, 8, 10);

    public static readonly UserIdentity
        Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([Zhangzhai])),
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([City])),
        Inspector = new("inspector", "吴某", [Roles.Inspector], RegionScope.Of([Zhangzhai])),
        Discipline = new("discipline", "周某", [Roles.Discipline], RegionScope.Of([Zhangzhai])) { Office = "张寨镇纪委" },
        Cadre = new("cadre", "钱某", [Roles.Cadre], RegionScope.Of([Qianwang])),
        Doctor = new("doctor", "孙某", [Roles.Clinic], RegionScope.Of([Zhangzhai]));

    /// <summary>The heads of the households, the first eight of 前王庄, the others of 尚庄.</summary>
    private static readonly string[] Names = ["甲某", "乙某", "丙某", "丁某", "戊某", "己某", "庚某", "辛某", "壬某", "癸某", "子某", "丑某"];

    /// <inheritdoc cref="RoomStore(Action{IServiceCollection}, Action{IServiceCollection})"/>
    internal InspectionStore(Action<IServiceCollection>? takeOver = null)
        : base(services => services.AddInspections().AddRemediation().AddAttachments(), takeOver)
    {
    }

    public Inspection Plan { get; private set; } = null!;

    public static Task<InspectionStore> CreateAsync() => ReadyAsync(new InspectionStore());

    protected override async Task FillAsync()
    {
        await InStoreAsync(UserIdentity.System, async db =>
        {
            for (var i = 1; i <= 12; i++) db.Add(new Household { Region = i <= 8 ? Qianwang : Shangzhuang, HeadName = Names[i - 1], Number = $"3715221160{i:00}", Type = "脱贫享受政策户" });
            db.AddRange(Bank());
            return await db.SaveChangesAsync();
        });
        Plan = await AddAsync(InspectionLedger.Ledger, NewPlan());
    }

    public static Inspection NewPlan() => new() { Region = Zhangzhai, Title = Title, Year = 2020, Kind = "专项监督检查", StartsOn = First, EndsOn = new DateOnly(2020, 9, 4), Organiser = "镇纪委" };

    public static IEnumerable<Question> Bank() =>
    [
        new() { Region = Zhangzhai, Year = 2020, Number = 1, Topic = "政策知晓", Wording = "知道享受哪些政策吗？", Kind = QuestionKind.YesNo, Bad = "否", Category = "政策落实", FindingKind = "政策不知晓", IsRequired = true },
        new() { Region = Zhangzhai, Year = 2020, Number = 2, Topic = "帮扶责任人", Wording = "多久来一次？", Kind = QuestionKind.Single, Options = "每周；每月；没来过", Bad = "没来过", Category = "帮扶责任", FindingKind = "帮扶责任人不到位" },
        new() { Region = Zhangzhai, Year = 2020, Number = 3, Topic = "家庭情况", Wording = "几口人？", Kind = QuestionKind.Number },
    ];

    public static InspectionFinding NewFinding(string kind = "公示不到位", long region = Qianwang, DateOnly? on = null, string household = "") => new()
    {
        Region = region,
        Plan = Title,
        HouseholdName = household,
        FoundOn = on ?? new DateOnly(2020, 8, 20),
        FoundBy = "周某、吴某",
        Category = "项目资金",
        Kind = kind,
        Description = "分配方案没有张贴",
    };

    public Interview NewInterview(string household = "甲某", DateOnly? on = null) => new()
    {
        Region = Qianwang,
        Plan = Title,
        InspectionId = Plan.Id,
        HouseholdName = household,
        HeldOn = on ?? new DateOnly(2020, 8, 20),
        Way = InterviewWay.Home,
        Surveyor = "周某",
        SecondSurveyor = "吴某",
        Class = SurveyClass.Lifted,
        People = 3,
        WithResults = Satisfaction.Very,
        Approval = Recognition.Yes,
    };

    /// <summary>Saves the row and expects that it is stored.</summary>
    public async Task<T> AddAsync<T>(Ledger ledger, T row, UserIdentity? user = null)
        where T : LedgerRow => (T)Assert.IsType<RowSaved>(await SaveAsync(user ?? Discipline, ledger, row, row.Version)).Row;

    /// <summary>Saves the row and returns why not.</summary>
    public async Task<string> RefusedAsync(Ledger ledger, LedgerRow row) => Assert.IsType<RowInvalid>(await SaveAsync(Discipline, ledger, row, row.Version)).Faults[0].Message;

    public Task<SampleOutcome> DrawAsync(SampleRequest request, UserIdentity? user = null) => WithAsync<SamplingDesk, SampleOutcome>(user ?? Discipline, async desk =>
        await desk.DrawAsync(Plan.Id, (await RowsAsync<Inspection>()).Single(p => p.Id == Plan.Id).Version, request, CancellationToken.None));

    public Task<InterviewOutcome> InterviewAsync(Interview interview, params (int Number, string Text)[] answers) => WithAsync<InterviewDesk, InterviewOutcome>(
        Inspector, desk => desk.SaveAsync(interview, interview.Version, answers.ToDictionary(a => a.Number, a => new GivenAnswer(a.Text, "")), CancellationToken.None));

    /// <summary>Imports one sheet that is written as csv: its headers and rows.</summary>
    public Task<SheetResult> ImportRowsAsync(string ledger, params string[] lines) => ImportSheetAsync(Discipline, "张寨镇.csv", ledger, lines);

    public Task<decimal> ValueAsync(string measure, long region = City) => base.ValueAsync(measure, region, Today);

    public Task<ActResult> ActAsync(UserIdentity user, Problem problem, ProblemAct act, ActForm form) =>
        WithAsync<ProblemDesk, ActResult>(user, desk => desk.ActAsync(new ProblemRef(problem.Id, problem.Version), act, form, CancellationToken.None));
}
