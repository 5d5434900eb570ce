using PovertyDashboard.Features.Imports.Choices;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>The headers as the sheet writes them, so that a fault names a column that its user can find.</summary>
internal sealed class SheetHeaders(RecognisedSheet sheet)
{
    private readonly Dictionary<string, string> _written = sheet.Map.GroupBy(m => m.Value.Header).ToDictionary(g => g.Key, g => sheet.Headers[g.First().Key].Header);

    public Fault AsWritten(Fault fault)
    {
        if (!_written.TryGetValue(fault.Column, out var header) || header == fault.Column) return fault;
        var begin = fault.Column + "：";
        return new Fault(header, fault.Message.StartsWith(begin, StringComparison.Ordinal) ? header + "：" + fault.Message[begin.Length..] : fault.Message);
    }

    public IReadOnlyList<ColumnMatch> Matches() =>
        [.. sheet.Headers.OrderBy(h => h.Key).Select(h => MatchOf(h.Key, h.Value, sheet.Map.GetValueOrDefault(h.Key)))];

    private static ColumnMatch MatchOf(int at, SheetHeader header, Column? column) =>
        new(header.Header, column?.Header ?? "", at) { Name = header.Name, Key = column?.Key ?? ColumnChoices.Unused };
}
