using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Forms;

/// <summary>Pages of the room, rendered for a user on a real store.</summary>
public sealed class FormScreen : RoomScreen<FormStore>
{
    private FormScreen()
        : base(takeOver => new FormStore(takeOver))
    {
    }

    public static Task<FormScreen> OfAsync(UserIdentity user) => ReadyAsync(new FormScreen(), user);
}
