using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Projects.Stations;

/// <summary>Ties months to their station (电站关联): known by township and name; an unknown one is registered from name, capacity and place.</summary>
internal static class StationLinks
{
    /// <summary>The row lies where its station lies, whatever place the sheet names within the township.</summary>
    public static async Task LinkAsync(IReadOnlyList<StationIncome> rows, EffectContext context, CancellationToken ct)
    {
        var finder = await ProjectFinder.LoadAsync(context.Db, rows.Select(r => r.Region), ct);
        foreach (var row in rows)
        {
            if (finder.Find(row.Region, row.Station) is not { } project)
            {
                (row.ProjectId, row.Project) = (0, null);
                continue;
            }

            (row.ProjectId, row.Project, row.Station, row.Region) = (project.Id, null, project.Name, project.Region);
            row.Capacity ??= project.Capacity;
        }
    }

    public static async Task<IReadOnlyList<RowFault>> CheckAsync(IReadOnlyList<StationIncome> rows, EffectContext context, CancellationToken ct)
    {
        var finder = await ProjectFinder.LoadAsync(context.Db, rows.Select(r => r.Region), ct);
        var faults = new List<RowFault>();
        foreach (var row in rows)
        {
            var project = finder.Find(row.Region, row.Station);
            if (project is { IsStation: false }) faults.Add(new(row, new Fault("电站名称", $"电站名称：“{project.Name}”登记为{project.Kind}，不是电站。请核对名称，或改项目类型。")));
            else if (row.Capacity is null or 0) faults.Add(new(row, new Fault("装机", $"装机：产业项目台账里没有“{row.Station}”，必填项为空。请填写装机容量，一并登记；或改为已有的电站。")));
            else if (row.Id == 0 && project?.Capacity is { } own && own != row.Capacity)
                faults.Add(new(row, new Fault("装机", $"装机：与项目登记不同（“{ProjectText.Short(row.Capacity.Value, 2)}”，登记是 {ProjectText.Short(own, 2)} kW）。请核对；扩容的，先改项目的装机容量。")));
        }

        return faults;
    }

    /// <summary>Adds the stations that only these rows name.</summary>
    public static async Task PrepareAsync(IReadOnlyList<StationIncome> rows, EffectContext context, CancellationToken ct)
    {
        var added = new List<(Project Project, List<StationIncome> Rows)>();
        foreach (var some in rows.Where(r => r.ProjectId == 0).GroupBy(r => (RegionKey.TownshipOf(r.Region), TextFold.Fold(r.Station))))
        {
            var first = some.First();
            var project = new Project { Region = first.Region, Name = first.Station, Kind = ProjectKind.OfStation(first.Station), Capacity = first.Capacity, Remark = "由光伏收益登记带出，请补充投资和并网日期" };
            foreach (var row in some) row.Region = first.Region;
            added.Add((project, [.. some]));
            context.Db.Add(project);
            // The form's row is saved together with its station; a file's rows need the number first.
            if (context.IsByHand) first.Project = project;
        }

        if (added.Count == 0 || context.IsByHand) return;
        await context.Db.SaveChangesAsync(ct);
        foreach (var (project, some) in added)
            foreach (var row in some) row.ProjectId = project.Id;
    }
}
