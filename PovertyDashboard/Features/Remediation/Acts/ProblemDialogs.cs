using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation.Acts;

/// <summary>Opens the dialog of an act and tells what became of it (办理对话框), for the ledger's rows and the problem's page.</summary>
public sealed class ProblemDialogs(IDialogService dialogs, ISnackbar snackbar, NavigationManager navigation)
{
    private static readonly DialogOptions Form = new() { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };

    /// <summary>True when the rows must be read again: something was done, or somebody else was first.</summary>
    public async Task<bool> OpenAsync(ProblemAct act, IReadOnlyList<Problem> problems)
    {
        var parameters = new DialogParameters<ProblemActDialog> { { d => d.Act, act }, { d => d.Problems, problems } };
        var dialog = await dialogs.ShowAsync<ProblemActDialog>(null, parameters, Form);
        if (await dialog.Result is not { Canceled: false } result) return false;
        if (result.Data is not ActDone done) return true;
        snackbar.Add($"已{done.Act.Verb()} {done.Count} 件。", Severity.Success, options =>
        {
            if (problems.Count > 1) return;
            options.Action = "看记录";
            options.OnClick = _ =>
            {
                navigation.NavigateTo(ProblemAddress.Of(problems[0].Id));
                return Task.CompletedTask;
            };
        });
        return true;
    }
}
