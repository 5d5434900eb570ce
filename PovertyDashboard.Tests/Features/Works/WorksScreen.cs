using Bunit;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Works;

/// <summary>Components of the works room with dialogs, rendered for a user on a real store.</summary>
public sealed class WorksScreen : RoomScreen<WorksStore>
{
    private WorksScreen()
        : base(takeOver => new WorksStore(takeOver), "./Attachments/PhotoStrip.razor.js")
    {
        Sketch = Context.JSInterop.SetupModule("./js/sketch.js");
    }

    /// <summary>The browser's side of the drawing board.</summary>
    public BunitJSModuleInterop Sketch { get; }

    public static Task<WorksScreen> OfAsync(UserIdentity user) => ReadyAsync(new WorksScreen(), user);
}
