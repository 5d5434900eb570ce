using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Responsibility;

/// <summary>Components of the room with dialogs, rendered for a user on a real store.</summary>
public sealed class ResponsibilityScreen : RoomScreen<ResponsibilityStore>
{
    private ResponsibilityScreen()
        : base(takeOver => new ResponsibilityStore(takeOver), "./Attachments/PhotoStrip.razor.js")
    {
    }

    public static Task<ResponsibilityScreen> OfAsync(UserIdentity user) => ReadyAsync(new ResponsibilityScreen(), user);
}
