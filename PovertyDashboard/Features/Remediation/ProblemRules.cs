using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Remediation;

/// <summary>Rules of the remediation ledger that look at several fields, and what a file may not do; pure.</summary>
public static class ProblemRules
{
    /// <summary>The states that a file may move a problem through, in order; past the last only the desk goes (四眼原则).</summary>
    private static readonly List<string> FileOrder = [ProblemState.Waiting, ProblemState.Rectifying, ProblemState.Verifying];

    public static IEnumerable<Fault> Check(Problem problem, RowContext context)
    {
        if (problem.Number.Length == 0) yield return new Fault("问题编号", "问题编号：必填项为空。请填写，例如 20200821-003。");
        if (problem.DueOn < problem.FoundOn) yield return Early("整改时限", problem.DueOn.Value, problem.FoundOn);
        if (problem.RectifiedOn < problem.FoundOn) yield return Early("完成日期", problem.RectifiedOn.Value, problem.FoundOn);
        if (problem.ClosedOn < problem.FoundOn) yield return Early("销号日期", problem.ClosedOn.Value, problem.FoundOn);
        if (problem.IsOpen && problem.ClosedOn is { } closed)
            yield return new Fault("销号日期", $"销号日期：状态是“{problem.State}”，却有销号日期（“{closed:yyyy-MM-dd}”）。请清空销号日期，或核对状态。");
        if (problem.IsOpen && problem.ClosedBy.Length > 0)
            yield return new Fault("销号人", $"销号人：状态是“{problem.State}”，却有销号人（“{problem.ClosedBy}”）。请清空销号人，或核对状态。");
    }

    /// <summary>
    /// Why a file may not make this change of an existing problem: it may correct words and move a problem forward to 已整改待核验,
    /// but never close, reopen, take back, shelve, postpone or sign.
    /// </summary>
    public static string? RefuseImport(Problem stored, Problem incoming)
    {
        if (stored.State != incoming.State && !IsForward(stored.State, incoming.State)) return StateRefusal(stored.State, incoming.State);
        if (stored.State != ProblemState.Waiting && incoming.DueOn > stored.DueOn)
            return $"整改时限：文件不能推迟已交办问题的时限（台账里是“{stored.DueOn:yyyy-MM-dd}”，文件里是“{incoming.DueOn:yyyy-MM-dd}”）。请在系统里申请延期。";
        return stored.IsImported ? null : SignatureRefusal(stored, incoming);
    }

    /// <summary>What an inspector's check has found is closed by the inspecting side, not deleted by those who rectify; a row typed or imported by mistake may go.</summary>
    public static string? RefuseDelete(Problem problem, UserIdentity user) =>
        problem.IsInspectorFound && problem.FoundAccount.Length > 0 && !ProblemWorkflow.IsInspectingSide(problem, user)
            ? $"删除：这件问题由{ProblemWorkflow.InspectingSide(problem)}发现（来源“{problem.Source}”），不能删除。请整改后由检查方核验销号。"
            : null;

    /// <summary>What the close-out was granted upon stands as it was seen.</summary>
    public static string? RefusePictures(Problem problem) =>
        problem.IsOpen ? null : "照片：这件问题已销号，佐证照片不能再增减。请先重开，再补充照片。";

    private static bool IsForward(string from, string to)
    {
        var (before, after) = (FileOrder.IndexOf(from), FileOrder.IndexOf(to));
        return before >= 0 && after > before;
    }

    private static string StateRefusal(string stored, string incoming)
    {
        var difference = $"（台账里是“{stored}”，文件里是“{incoming}”）";
        return (stored, incoming) switch
        {
            (_, ProblemState.Closed) => $"状态：文件不能把未销号的问题销号{difference}。请在系统里核验后销号。",
            (ProblemState.Closed, _) => $"状态：这件问题已销号，文件不能重新打开{difference}。请在系统里重开。",
            (_, ProblemState.Shelved) or (ProblemState.Shelved, _) => $"状态：文件不能办理挂账{difference}。请在系统里办理。",
            _ => $"状态：文件不能把整改进度退回去{difference}。请导出最新台账后再改。",
        };
    }

    /// <summary>Signatures of the close-out that were made in the system are not rewritten by a file.</summary>
    private static string? SignatureRefusal(Problem stored, Problem incoming)
    {
        if (stored.VillageVerifier != incoming.VillageVerifier) return Signed("村核验人");
        if (stored.TownVerifier != incoming.TownVerifier) return Signed("镇复核人");
        if (stored.ClosedBy != incoming.ClosedBy) return Signed("销号人");
        return stored.ClosedOn != incoming.ClosedOn ? Signed("销号日期") : null;

        static string Signed(string header) => $"{header}：由系统里的核验、销号产生，文件不能改。请保留台账里的值。";
    }

    private static Fault Early(string header, DateOnly day, DateOnly foundOn) =>
        new(header, $"{header}：早于发现日期（“{day:yyyy-MM-dd}”，发现日期是 {foundOn:yyyy-MM-dd}）。请核对后填写。");
}
