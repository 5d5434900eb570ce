using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Projects;

/// <summary>Pages of the room, rendered for a user on a real store.</summary>
public sealed class ProjectsScreen : RoomScreen<ProjectsStore>
{
    private ProjectsScreen()
        : base(takeOver => new ProjectsStore(takeOver))
    {
    }

    public static Task<ProjectsScreen> OfAsync(UserIdentity user) => ReadyAsync(new ProjectsScreen(), user);
}
