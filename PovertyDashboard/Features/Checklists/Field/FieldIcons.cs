using MudBlazor;

namespace PovertyDashboard.Features.Checklists.Field;

/// <summary>The icons of the inspector's phone (图标) by the names that wwwroot/js/field/dom.js uses.</summary>
internal static class FieldIcons
{
    public static readonly IReadOnlyList<(string Name, string Path)> All =
    [
        ("back", Icons.Material.Outlined.ArrowBack),
        ("forward", Icons.Material.Outlined.ArrowForward),
        ("down", Icons.Material.Outlined.ArrowDownward),
        ("left", Icons.Material.Outlined.ChevronLeft),
        ("right", Icons.Material.Outlined.ChevronRight),
        ("more", Icons.Material.Outlined.MoreVert),
        ("list", Icons.Material.Outlined.FormatListBulleted),
        ("file", Icons.Material.Outlined.FolderShared),
        ("desk", Icons.Material.Outlined.DesktopWindows),
        ("home", Icons.Material.Outlined.Dashboard),
        ("campaigns", Icons.Material.Outlined.Checklist),
        ("unfold", Icons.Material.Outlined.ExpandMore),
        ("fold", Icons.Material.Outlined.ExpandLess),
        ("pass", Icons.Material.Outlined.Check),
        ("fail", Icons.Material.Outlined.Close),
        ("skip", Icons.Material.Outlined.Remove),
        ("waiting", Icons.Material.Outlined.CloudUpload),
        ("stored", Icons.Material.Outlined.CloudDone),
        ("cloud-off", Icons.Material.Outlined.CloudOff),
        ("no-signal", Icons.Material.Outlined.SignalWifiOff),
        ("login", Icons.Material.Outlined.Login),
        ("warning", Icons.Material.Outlined.WarningAmber),
        ("error", Icons.Material.Outlined.ErrorOutline),
        ("info", Icons.Material.Outlined.Info),
        ("camera", Icons.Material.Outlined.PhotoCamera),
        ("problem", Icons.Material.Outlined.AssignmentLate),
        ("done", Icons.Material.Outlined.TaskAlt),
        ("finished", Icons.Material.Outlined.CheckCircle),
        ("going", Icons.Material.Outlined.Pending),
        ("unchecked", Icons.Material.Outlined.RadioButtonUnchecked),
        ("recheck", Icons.Material.Outlined.Replay),
        ("ready", Icons.Material.Outlined.OfflinePin),
        ("search", Icons.Material.Outlined.Search),
    ];
}
