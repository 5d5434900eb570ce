using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Inspections;

/// <summary>Pages of the room, rendered for a user on a real store.</summary>
public sealed class InspectionScreen : RoomScreen<InspectionStore>
{
    private InspectionScreen()
        : base(takeOver => new InspectionStore(takeOver), "./Attachments/PhotoStrip.razor.js")
    {
    }

    public static Task<InspectionScreen> OfAsync(UserIdentity user) => ReadyAsync(new InspectionScreen(), user);
}
