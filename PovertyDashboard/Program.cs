using MudBlazor.Services;
using PovertyDashboard.Commands;
using PovertyDashboard.Components;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Remediation;

var verbs = new Verbs(args);
var builder = WebApplication.CreateBuilder(SiteOptions.For(verbs.HostArgs));
builder.AddStore();
builder.Services.AddImports();
builder.Services.AddRemediation();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddMudServices();
builder.Services.AddCascadingAuthenticationState();
builder.Services.AddAuthorization();

var app = builder.Build();
if (verbs.IsAsked) return await verbs.RunAsync(app);

app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.Services.PrepareStoreAsync(app.Environment.IsDevelopment(), CancellationToken.None);
await app.RunAsync();
return Verbs.Done;

public partial class Program;
