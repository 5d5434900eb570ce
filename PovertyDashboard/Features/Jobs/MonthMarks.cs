namespace PovertyDashboard.Features.Jobs;

/// <summary>The marks of a month as a text of 31 characters (考勤符号): √ 出勤, ○ 请假, × 旷工, / 休息, blank not marked yet.</summary>
public static class MonthMarks
{
    public const int Length = 31;
    public const char Blank = ' ', Present = '√', Leave = '○', Absent = '×', Rest = '/';

    /// <summary>The marks in the order in which a tap goes round.</summary>
    public static readonly IReadOnlyList<char> Cycle = [Present, Leave, Absent, Rest];

    public static readonly string None = new(Blank, Length);

    /// <summary>The word of a mark, for labels and screen readers.</summary>
    public static string Word(char mark) => mark switch { Present => "出勤", Leave => "请假", Absent => "旷工", Rest => "休息", _ => "未记" };

    public static bool IsMark(char mark) => mark == Blank || Cycle.Contains(mark);

    /// <summary>Whether the mark says that work was due that day.</summary>
    public static bool IsWork(char mark) => mark is Present or Leave or Absent;

    public static char At(string marks, int day) => day >= 1 && day <= marks.Length ? marks[day - 1] : Blank;

    public static string With(string marks, int day, char mark) => string.Create(Length, (marks, day, mark), static (span, change) =>
    {
        for (var i = 0; i < Length; i++) span[i] = i == change.day - 1 ? change.mark : At(change.marks, i + 1);
    });

    /// <summary>The mark after this one when it is tapped; the first tap of a blank is √.</summary>
    public static char Next(char mark)
    {
        for (var i = 0; i < Cycle.Count; i++)
            if (Cycle[i] == mark) return Cycle[(i + 1) % Cycle.Count];
        return Cycle[0];
    }

    public static int Count(string marks, char mark) => marks.Count(m => m == mark);

    public static bool HasAny(string marks) => marks.Any(m => m != Blank);
}
