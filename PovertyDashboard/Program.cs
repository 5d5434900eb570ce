using PovertyDashboard.Attachments;
using PovertyDashboard.Commands;
using PovertyDashboard.Components;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Administration;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Clinics;
using PovertyDashboard.Features.Dashboard;
using PovertyDashboard.Features.Forms;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Inspections;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Features.Projects;
using PovertyDashboard.Features.Proposals;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Features.Responsibility;
using PovertyDashboard.Features.Works;
using PovertyDashboard.Security;
using PovertyDashboard.Todo;

var verbs = new Verbs(args);
if (verbs.AnswerAtOnce(Console.Out, Console.Error) is { } answered) return answered;

var builder = WebApplication.CreateBuilder(SiteOptions.For(verbs.HostArgs));
builder.AddStore();
builder.Services.AddLedgerPages();
builder.Services.AddHouseholds();
builder.Services.AddAdministration();
builder.AddSecurity(notices: verbs.IsAsked ? Console.Error : Console.Out);
builder.Services.AddChecklists().AddAttachments();
builder.Services.AddResponsibility();
builder.Services.AddClinics();
builder.Services.AddJobs();
builder.Services.AddProjects();
builder.Services.AddProposals();
builder.Services.AddWorks();
builder.Services.AddInspections();
builder.Services.AddDashboard();
builder.Services.AddImports();
builder.Services.AddForms();
builder.Services.AddRemediation();
builder.Services.AddTodo().AddShell();

var app = builder.Build();
if (verbs.IsAsked) return await verbs.RunAsync(app.Services, Console.Out, Console.Error);

app.UseRequestLocalization("zh-CN");
app.UseSecurity();
app.MapStaticAssets().AllowAnonymous();
app.MapSecurity();
app.MapAttachments();
app.MapHouseholds();
app.MapChecklists();
app.MapImports();
app.MapForms();
app.MapJobs();
app.MapWorks();
app.MapDashboard();
app.MapAdministration();
// Framing is forbidden for every answer by the security headers.
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
return await app.ServeAsync();

public partial class Program;
