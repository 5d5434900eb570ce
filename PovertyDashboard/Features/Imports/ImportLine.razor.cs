using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Imports;

/// <summary>What is being imported on the site and who waits (导入排队), for everybody who comes to the page: numbers alone, no names of colleagues or files.</summary>
public sealed partial class ImportLine : ComponentBase
{
    /// <summary>The batches of all users in their order; the first is under way.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<long> Line { get; set; } = [];

    /// <summary>The user's own batches.</summary>
    [Parameter, EditorRequired]
    public IEnumerable<long> Own { get; set; } = [];

    /// <summary>How far the first is.</summary>
    [Parameter]
    public ImportProgress? Progress { get; set; }

    private string Words
    {
        get
        {
            var own = Own.ToHashSet();
            var whose = own.Contains(Line[0]) ? "您的文件" : "同事的一个文件";
            var far = Progress is { } progress ? $"（{ImportProgressCard.WordsOf(progress)}）" : "";
            var places = string.Join('、', Line.Select((batch, i) => (batch, Place: i + 1)).Where(b => b.Place > 1 && own.Contains(b.batch)).Select(b => $"第 {b.Place} 位"));
            var waiting = Line.Count == 1 ? "" : places.Length > 0 ? $"排队的有 {Line.Count - 1} 个，您的排在{places}。" : $"另有 {Line.Count - 1} 个文件在排队。";
            return $"正在导入{whose}{far}。{waiting}全站一次只导入一个文件，现在选择的文件会排在第 {Line.Count + 1} 位，轮到时自动开始。";
        }
    }
}
