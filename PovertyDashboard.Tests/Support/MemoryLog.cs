using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace PovertyDashboard.Tests.Support;

/// <summary>Keeps what the site logs, as text.</summary>
public sealed class MemoryLog : ILogEventSink
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public void Emit(LogEvent logEvent) => _lines.Enqueue($"{logEvent.RenderMessage(CultureInfo.InvariantCulture)} {logEvent.Exception}");
}
