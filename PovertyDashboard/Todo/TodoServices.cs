using MudBlazor;
using PovertyDashboard.Components.Layout;

namespace PovertyDashboard.Todo;

/// <summary>Waiting work (待办): its page, its menu entry with a count, and the bell on the app bar.</summary>
public static class TodoServices
{
    public static IServiceCollection AddTodo(this IServiceCollection services)
    {
        services.AddSingleton(new AppBarPart(AppBarSlot.Actions, typeof(TodoBell)));
        services.AddSingleton(new NavItem(NavGroup.Overview, "待办", Icons.Material.Outlined.TaskAlt, TodoPage.Address, 2, typeof(TodoCount)));
        return services.AddScoped<TodoReader>();
    }
}
