using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Clinics;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Inspections;
using PovertyDashboard.Features.Projects;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Sites;

namespace PovertyDashboard.Tests.Browser;

/// <summary>What the source page tells, system by system, and the page of the product on which a user finds it.</summary>
internal static class SeedFacts
{
    private const string Zhangzhai = "371522116000", Sanhe = "371522116230", Beicheng = "371591008000", Dengwang = "371502900201", Jiaming = "371502900000";

    private const string Told = "据公开报道";

    /// <summary>One page: whose login, its address and the texts that stand on it.</summary>
    internal sealed record Fact(string System, string User, Func<AppDbContext, Task<string>> Address, params string[] Texts);

    public static IReadOnlyList<Fact> All { get; } =
    [
        new("S1", "demo.office", async db => $"/households/{await DengAsync(db)}", "邓某", "因残", "4 人", "三级肢体残疾", "40", "赵某", "食品公司（出入货登记）", "嘉明实验小学", "公益岗 · 保洁"),
        new("S1", "demo.office", At($"/ledgers/holders?region={Dengwang}"), "邓某", "村卫生清扫岗", "保洁", "人社", "2019-08-01", "在岗"),
        new("S1", "demo.office", At($"/ledgers/measures-taken?region={Dengwang}"), "由帮包负责人推荐", "区人社局", "按月领取工资"),
        new("S2", "demo.city", At($"/ledgers/proposals?region={Zhangzhai}"), "居住条件", "环境卫生", "节日关怀", "改善贫困户居住条件"),
        new("S2", "demo.city", At("/remediation/board"), "清零看板", "较昨日", "未销号", "逾期未整改", "户容户貌"),
        new("S3", "demo.city", At($"/responsibility/board?place={Dengwang}"), "包村领导", "包片村干部", "扶贫专干", "帮扶责任人", "电话"),
        new("S3", "demo.city", At($"/ledgers/pledges?region={Jiaming}"), "区-镇", "镇-村", "村-片", "不漏一户、不落一人"),
        new("S3", "demo.city", At($"/ledgers/meetings?region={Jiaming}"), "脱贫攻坚周例会", "08-31", "08-24", "本周遍访贫困户和边缘户"),
        new("S3", "demo.city", At($"/ledgers/visits?region={Dengwang}"), "08-31", "08-24", "08-17", "08-10", "08-03", "共 5 次"),
        new("S4", "demo.city", async db => $"/clinics/{await db.Set<Clinic>().Where(c => c.HeldOn == new DateOnly(2020, 7, 25)).Select(c => c.Id).FirstAsync()}", "大杨新村幸福院", "市新阶联高新区分会", "蒲心社会工作服务中心", "聊城市中心医院", "5 名医生", "46 人，其中入户 3 人", "内科", "骨科", "量血压", "测血糖", "饮食引导"),
        new("S4", "demo.city", At("/ledgers/health-talks?region=371590115000"), "常见病", "夏季"),
        new("S5", "demo.city", async db => $"/checklists/trainings/{await db.Set<Training>().Where(t => t.HeldOn == new DateOnly(2020, 8, 10)).Select(t => t.Id).FirstAsync()}", "政法大院三楼会议室", "2020-08-10", "帮扶责任人", "村支部书记", "扶贫专干"),
        new("S5", "demo.city", async db => $"/checklists/{await db.Set<Campaign>().Where(c => c.Region == 371590115000).Select(c => c.Id).FirstAsync()}", "规范提升月", "实施方案", "11 个村"),
        new("S6", "demo.city", async db => $"/works/{await db.Set<Work>().Where(w => w.Item == "小路" && w.Remark.StartsWith(Told)).Select(w => w.Id).FirstAsync()}", "统一集中施工", "草图", "帮扶责任人", "小水楼", "改造前", "改造后"),
        new("S7", "demo.city", async db => $"/works/audit/{await db.Set<HomeAudit>().Where(a => a.Remark.StartsWith(Told)).Select(a => a.Id).FirstAsync()}", "北城街道", "用料清单", "用工清单", "修缮房顶", "桌布", "玻璃", "核减", "大写"),
        new("S8", "demo.city", async db => $"/projects/{await ProjectAsync(db, "前王庄村级电站")}", "21.48", "2016-01-01", "收益分配"),
        new("S8", "demo.city", async db => $"/projects/{await ProjectAsync(db, "观城联村电站")}", "125.00", "1,000,000.00", "130,000.00", "11/11", "尚庄", "尚庙"),
        new("S8", "demo.city", At($"/ledgers/projects?region={Zhangzhai}"), "前王庄村级电站", "后王庄村级电站", "三合村扶贫电站", "南杨庄村级电站"),
        new("S9", "demo.city", At($"/projects?region={Sanhe}"), "11.40", "130,000.00", "10,000.00", "40.00", "30,000.00", "20\n人", "三合村合作社", "三合村残疾人就业扶贫基地", "三合村钢架冬暖式大棚"),
        new("S9", "demo.city", At($"/ledgers/collective-income?region={Sanhe}"), "就业基地", "大棚", "光伏", "30,000.00", "10,000.00", "70,000.00"),
        new("S9", "demo.city", At($"/ledgers/distributions?region={Sanhe}"), "共 6 笔", "7,000.00"),
        new("S10", "demo.city", At($"/screening?region={Beicheng}"), "共 150 户，覆盖率 100.0%", "光岳社区", "饮水安全", "住房安全", "义务教育", "基本医疗"),
        new("S10", "demo.city", At($"/ledgers/campaigns?region={Beicheng}"), "两不愁三保障四类自查"),
        new("S11", "demo.city", async db => $"/inspections/{await db.Set<Inspection>().Where(i => i.Organiser == "镇纪委").Select(i => i.Id).FirstAsync()}", "镇纪委", "有关部门", "项目建设", "资金管理", "资金使用", "家庭情况", "政策知晓", "扶贫手册", "帮扶责任人", "抽样"),
        new("S11", "demo.city", At("/inspections/recurring"), "倾向性", "苗头性", "手册填写不规范", "帮扶责任人不到位"),
    ];

    private static Func<AppDbContext, Task<string>> At(string address) => _ => Task.FromResult(address);

    private static Task<long> DengAsync(AppDbContext db) => db.Set<Household>().Where(h => h.HeadName == "邓某" && h.Region == 371502900201).Select(h => h.Id).SingleAsync();

    private static Task<long> ProjectAsync(AppDbContext db, string name) => db.Set<Project>().Where(p => p.Name == name).Select(p => p.Id).SingleAsync();
}
