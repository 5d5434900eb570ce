using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Clinics;

/// <summary>
/// The thresholds of flags (提示界值) in force on a day, from the dated settings <c>health.*</c>, which name their sources.
/// Pressure in mmHg, glucose in 1/10 mmol/L.
/// </summary>
public sealed record HealthThresholds
{
    /// <summary>Blood pressure from which it is watched (正常高值).</summary>
    public required (int Systolic, int Diastolic) Watched { get; init; }

    /// <summary>Blood pressure from which it is measured again (偏高).</summary>
    public required (int Systolic, int Diastolic) High { get; init; }

    /// <summary>Blood pressure from which the person is referred at once.</summary>
    public required (int Systolic, int Diastolic) Urgent { get; init; }

    /// <summary>Blood pressure below which it is measured again (偏低).</summary>
    public required (int Systolic, int Diastolic) Low { get; init; }

    public required (long Watched, long High) Fasting { get; init; }

    public required (long Watched, long High) AfterMeal { get; init; }

    /// <summary>Of glucose measured at any time, and where its kind is not given.</summary>
    public required (long Watched, long High) Random { get; init; }

    /// <summary>Glucose at or beyond which the person is referred at once.</summary>
    public required (long Low, long High) UrgentGlucose { get; init; }

    public static HealthThresholds On(SettingsDirectory settings, DateOnly day)
    {
        return new HealthThresholds
        {
            Watched = (Whole("systolic.watched", 120), Whole("diastolic.watched", 80)),
            High = (Whole("systolic.high", 140), Whole("diastolic.high", 90)),
            Urgent = (Whole("systolic.urgent", 180), Whole("diastolic.urgent", 110)),
            Low = (Whole("systolic.low", 90), Whole("diastolic.low", 60)),
            Fasting = (Tenths("glucose.fasting.watched", 61), Tenths("glucose.fasting.high", 70)),
            AfterMeal = (Tenths("glucose.meal.watched", 78), Tenths("glucose.meal.high", 111)),
            Random = (Tenths("glucose.random.watched", 111), Tenths("glucose.random.high", 111)),
            UrgentGlucose = (Tenths("glucose.urgent.low", 39), Tenths("glucose.urgent.high", 167)),
        };

        int Whole(string key, int fallback) => settings.Number("health." + key, day, fallback);

        long Tenths(string key, long fallback) => settings.Text("health." + key, day) is { } text ? NumberText.Scaled(text, 1) ?? fallback : fallback;
    }

    /// <summary>The pair for a kind of glucose.</summary>
    public (long Watched, long High) GlucoseOf(string kind) => kind switch
    {
        HealthFlags.Fasting => Fasting,
        HealthFlags.AfterMeal => AfterMeal,
        _ => Random,
    };
}
