using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>Components of the jobs room with dialogs, rendered for a user on a real store.</summary>
public sealed class JobsScreen : RoomScreen<JobsStore>
{
    private JobsScreen()
        : base(takeOver => new JobsStore(takeOver), "./Features/Jobs/Pages/AttendancePage.razor.js")
    {
    }

    public static Task<JobsScreen> OfAsync(UserIdentity user) => ReadyAsync(new JobsScreen(), user);
}
