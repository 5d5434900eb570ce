using PovertyDashboard.Data;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddStore();

var app = builder.Build();
await app.Services.PrepareStoreAsync(app.Environment.IsDevelopment(), CancellationToken.None);
await app.RunAsync();

public partial class Program;
