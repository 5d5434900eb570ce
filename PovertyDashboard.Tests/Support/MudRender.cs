using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace PovertyDashboard.Tests.Support;

/// <summary>Renders components that open dialogs, menus and messages.</summary>
internal static class MudRender
{
    /// <param name="context">Where it is rendered.</param>
    /// <param name="withProviders">Whether the providers of dialogs, menus and messages are rendered beside it: once a context.</param>
    /// <param name="parameters">Of the component.</param>
    public static IRenderedComponent<IComponent> Show<T>(this BunitContext context, bool withProviders, (string Name, object Value)[] parameters)
        where T : IComponent => context.Render(builder =>
    {
        foreach (var provider in withProviders ? [typeof(MudPopoverProvider), typeof(MudDialogProvider), typeof(MudSnackbarProvider)] : Type.EmptyTypes)
        {
            builder.OpenComponent(0, provider);
            builder.CloseComponent();
        }

        builder.OpenComponent<T>(1);
        foreach (var (name, value) in parameters) builder.AddComponentParameter(2, name, value);
        builder.CloseComponent();
    });
}
