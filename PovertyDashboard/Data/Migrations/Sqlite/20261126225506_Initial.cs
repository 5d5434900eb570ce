using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PovertyDashboard.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: false),
                    Office = table.Column<string>(type: "TEXT", nullable: false),
                    Regions = table.Column<string>(type: "TEXT", nullable: false),
                    MustChangePassword = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsDisabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Assignments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Level = table.Column<string>(type: "TEXT", nullable: false),
                    Area = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    Helper = table.Column<string>(type: "TEXT", nullable: false),
                    HelperKey = table.Column<string>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    UnitLevel = table.Column<string>(type: "TEXT", nullable: false),
                    Post = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    Account = table.Column<string>(type: "TEXT", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assignments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Attachments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OwnerLedger = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenBy = table.Column<string>(type: "TEXT", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attachments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    User = table.Column<string>(type: "TEXT", nullable: false),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    RowId = table.Column<long>(type: "INTEGER", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Details = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BatchEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Batch = table.Column<long>(type: "INTEGER", nullable: false),
                    RowType = table.Column<string>(type: "TEXT", nullable: false),
                    FirstId = table.Column<long>(type: "INTEGER", nullable: false),
                    LastId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Campaigns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Families = table.Column<string>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    PlanTitle = table.Column<string>(type: "TEXT", nullable: false),
                    Requirements = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Ledger = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "ChecklistTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Family = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistTemplates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ClinicRecords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Venue = table.Column<string>(type: "TEXT", nullable: false),
                    Organiser = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    Gender = table.Column<string>(type: "TEXT", nullable: false),
                    Age = table.Column<int>(type: "INTEGER", nullable: true),
                    IdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    AtHome = table.Column<bool>(type: "INTEGER", nullable: true),
                    History = table.Column<string>(type: "TEXT", nullable: false),
                    Medicine = table.Column<string>(type: "TEXT", nullable: false),
                    Allergy = table.Column<string>(type: "TEXT", nullable: false),
                    Height = table.Column<long>(type: "INTEGER", nullable: true),
                    Weight = table.Column<long>(type: "INTEGER", nullable: true),
                    Systolic = table.Column<int>(type: "INTEGER", nullable: true),
                    Diastolic = table.Column<int>(type: "INTEGER", nullable: true),
                    Pulse = table.Column<int>(type: "INTEGER", nullable: true),
                    Glucose = table.Column<long>(type: "INTEGER", nullable: true),
                    GlucoseKind = table.Column<string>(type: "TEXT", nullable: false),
                    Departments = table.Column<string>(type: "TEXT", nullable: false),
                    Impression = table.Column<string>(type: "TEXT", nullable: false),
                    Advice = table.Column<string>(type: "TEXT", nullable: false),
                    Referred = table.Column<bool>(type: "INTEGER", nullable: true),
                    ReferredTo = table.Column<string>(type: "TEXT", nullable: false),
                    Doctor = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    PressureFlag = table.Column<string>(type: "TEXT", nullable: false),
                    GlucoseFlag = table.Column<string>(type: "TEXT", nullable: false),
                    IsUrgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClinicRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Clinics",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Venue = table.Column<string>(type: "TEXT", nullable: false),
                    Organiser = table.Column<string>(type: "TEXT", nullable: false),
                    Partners = table.Column<string>(type: "TEXT", nullable: false),
                    DoctorsFrom = table.Column<string>(type: "TEXT", nullable: false),
                    Doctors = table.Column<int>(type: "INTEGER", nullable: true),
                    Volunteers = table.Column<int>(type: "INTEGER", nullable: true),
                    Served = table.Column<int>(type: "INTEGER", nullable: true),
                    ServedAtHome = table.Column<int>(type: "INTEGER", nullable: true),
                    Services = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clinics", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Clues",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Plan = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Post = table.Column<string>(type: "TEXT", nullable: false),
                    Informant = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: true),
                    Disposal = table.Column<string>(type: "TEXT", nullable: false),
                    Handler = table.Column<string>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clues", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CodeEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    List = table.Column<string>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Aliases = table.Column<string>(type: "TEXT", nullable: false),
                    Retired = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodeEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FinishedSteps",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FinishedSteps", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "FollowUps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    Gender = table.Column<string>(type: "TEXT", nullable: false),
                    Age = table.Column<int>(type: "INTEGER", nullable: true),
                    IdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneBy = table.Column<string>(type: "TEXT", nullable: false),
                    Way = table.Column<string>(type: "TEXT", nullable: false),
                    Systolic = table.Column<int>(type: "INTEGER", nullable: true),
                    Diastolic = table.Column<int>(type: "INTEGER", nullable: true),
                    Glucose = table.Column<long>(type: "INTEGER", nullable: true),
                    GlucoseKind = table.Column<string>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: true),
                    AfterId = table.Column<long>(type: "INTEGER", nullable: true),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HeaderNames",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Unit = table.Column<long>(type: "INTEGER", nullable: false),
                    Ledger = table.Column<string>(type: "TEXT", nullable: false),
                    Header = table.Column<string>(type: "TEXT", nullable: false),
                    Column = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeaderNames", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HealthTalks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Venue = table.Column<string>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    Speaker = table.Column<string>(type: "TEXT", nullable: false),
                    Organiser = table.Column<string>(type: "TEXT", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", nullable: false),
                    Attended = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthTalks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HomeAudits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AuditedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    Auditors = table.Column<string>(type: "TEXT", nullable: false),
                    Lines = table.Column<int>(type: "INTEGER", nullable: false),
                    Reported = table.Column<long>(type: "INTEGER", nullable: false),
                    Verified = table.Column<long>(type: "INTEGER", nullable: false),
                    Cut = table.Column<long>(type: "INTEGER", nullable: false),
                    Added = table.Column<long>(type: "INTEGER", nullable: false),
                    Conclusion = table.Column<string>(type: "TEXT", nullable: false),
                    Opinion = table.Column<string>(type: "TEXT", nullable: false),
                    ConcludedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ConcludedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    IsImported = table.Column<bool>(type: "INTEGER", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HomeAudits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Households",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    HeadNumber = table.Column<string>(type: "TEXT", nullable: false),
                    HeadName = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    HeadId = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: true),
                    Hamlet = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    VillagePhone = table.Column<string>(type: "TEXT", nullable: false),
                    BankName = table.Column<string>(type: "TEXT", nullable: false),
                    BankCard = table.Column<string>(type: "TEXT", nullable: false),
                    Standard = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Attribute = table.Column<string>(type: "TEXT", nullable: false),
                    MainCause = table.Column<string>(type: "TEXT", nullable: false),
                    OtherCauses = table.Column<string>(type: "TEXT", nullable: false),
                    IdentifiedIn = table.Column<int>(type: "INTEGER", nullable: true),
                    LiftedIn = table.Column<int>(type: "INTEGER", nullable: true),
                    MonitorKind = table.Column<string>(type: "TEXT", nullable: false),
                    RiskFoundOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RiskCleared = table.Column<bool>(type: "INTEGER", nullable: true),
                    RiskClearedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UnsafeHouse = table.Column<bool>(type: "INTEGER", nullable: true),
                    UnsafeGrade = table.Column<string>(type: "TEXT", nullable: false),
                    HouseGrade = table.Column<string>(type: "TEXT", nullable: false),
                    HouseArea = table.Column<long>(type: "INTEGER", nullable: true),
                    SafeWater = table.Column<bool>(type: "INTEGER", nullable: true),
                    SanitaryToilet = table.Column<bool>(type: "INTEGER", nullable: true),
                    Fuel = table.Column<string>(type: "TEXT", nullable: false),
                    RoadDistance = table.Column<long>(type: "INTEGER", nullable: true),
                    RoadType = table.Column<string>(type: "TEXT", nullable: false),
                    ProductionPower = table.Column<bool>(type: "INTEGER", nullable: true),
                    LivingPower = table.Column<bool>(type: "INTEGER", nullable: true),
                    Broadcast = table.Column<bool>(type: "INTEGER", nullable: true),
                    CropLand = table.Column<long>(type: "INTEGER", nullable: true),
                    WaterArea = table.Column<long>(type: "INTEGER", nullable: true),
                    ReturnedForest = table.Column<long>(type: "INTEGER", nullable: true),
                    OrchardLand = table.Column<long>(type: "INTEGER", nullable: true),
                    PastureLand = table.Column<long>(type: "INTEGER", nullable: true),
                    WoodLand = table.Column<long>(type: "INTEGER", nullable: true),
                    InCooperative = table.Column<bool>(type: "INTEGER", nullable: true),
                    LedByFirm = table.Column<bool>(type: "INTEGER", nullable: true),
                    LedByPerson = table.Column<bool>(type: "INTEGER", nullable: true),
                    CameOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    IncomePerHead = table.Column<long>(type: "INTEGER", nullable: true),
                    AnnualIncome = table.Column<long>(type: "INTEGER", nullable: true),
                    NetIncome = table.Column<long>(type: "INTEGER", nullable: true),
                    WageIncome = table.Column<long>(type: "INTEGER", nullable: true),
                    BusinessIncome = table.Column<long>(type: "INTEGER", nullable: true),
                    BusinessCost = table.Column<long>(type: "INTEGER", nullable: true),
                    PropertyIncome = table.Column<long>(type: "INTEGER", nullable: true),
                    AssetDividend = table.Column<long>(type: "INTEGER", nullable: true),
                    OtherProperty = table.Column<long>(type: "INTEGER", nullable: true),
                    TransferIncome = table.Column<long>(type: "INTEGER", nullable: true),
                    FamilyPlanningAllowance = table.Column<long>(type: "INTEGER", nullable: true),
                    LivingAllowance = table.Column<long>(type: "INTEGER", nullable: true),
                    DestituteAllowance = table.Column<long>(type: "INTEGER", nullable: true),
                    Pension = table.Column<long>(type: "INTEGER", nullable: true),
                    EcologyAllowance = table.Column<long>(type: "INTEGER", nullable: true),
                    OtherTransfer = table.Column<long>(type: "INTEGER", nullable: true),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Households", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    User = table.Column<string>(type: "TEXT", nullable: false),
                    Ledger = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: true),
                    Ledgers = table.Column<string>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RowsRead = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Updated = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejection = table.Column<string>(type: "TEXT", nullable: false),
                    Report = table.Column<string>(type: "TEXT", nullable: false),
                    Choices = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Undo = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Incomes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    HouseholdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: true),
                    ReportedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WageIncome = table.Column<long>(type: "INTEGER", nullable: true),
                    Labour = table.Column<long>(type: "INTEGER", nullable: true),
                    DepartmentPost = table.Column<long>(type: "INTEGER", nullable: true),
                    TownshipPost = table.Column<long>(type: "INTEGER", nullable: true),
                    VillagePost = table.Column<long>(type: "INTEGER", nullable: true),
                    BusinessIncome = table.Column<long>(type: "INTEGER", nullable: true),
                    Crops = table.Column<long>(type: "INTEGER", nullable: true),
                    Livestock = table.Column<long>(type: "INTEGER", nullable: true),
                    Orchard = table.Column<long>(type: "INTEGER", nullable: true),
                    OtherBusiness = table.Column<long>(type: "INTEGER", nullable: true),
                    BusinessCost = table.Column<long>(type: "INTEGER", nullable: true),
                    CropCost = table.Column<long>(type: "INTEGER", nullable: true),
                    LivestockCost = table.Column<long>(type: "INTEGER", nullable: true),
                    OrchardCost = table.Column<long>(type: "INTEGER", nullable: true),
                    OtherCost = table.Column<long>(type: "INTEGER", nullable: true),
                    PropertyIncome = table.Column<long>(type: "INTEGER", nullable: true),
                    Dividend = table.Column<long>(type: "INTEGER", nullable: true),
                    LandRent = table.Column<long>(type: "INTEGER", nullable: true),
                    OtherProperty = table.Column<long>(type: "INTEGER", nullable: true),
                    TransferIncome = table.Column<long>(type: "INTEGER", nullable: true),
                    FamilyPlanning = table.Column<long>(type: "INTEGER", nullable: true),
                    LivingAllowance = table.Column<long>(type: "INTEGER", nullable: true),
                    Destitute = table.Column<long>(type: "INTEGER", nullable: true),
                    Pension = table.Column<long>(type: "INTEGER", nullable: true),
                    Ecology = table.Column<long>(type: "INTEGER", nullable: true),
                    SoilSubsidy = table.Column<long>(type: "INTEGER", nullable: true),
                    OldAge = table.Column<long>(type: "INTEGER", nullable: true),
                    Disability = table.Column<long>(type: "INTEGER", nullable: true),
                    SchoolAid = table.Column<long>(type: "INTEGER", nullable: true),
                    Support = table.Column<long>(type: "INTEGER", nullable: true),
                    Veterans = table.Column<long>(type: "INTEGER", nullable: true),
                    Heating = table.Column<long>(type: "INTEGER", nullable: true),
                    Relief = table.Column<long>(type: "INTEGER", nullable: true),
                    OtherTransfer = table.Column<long>(type: "INTEGER", nullable: true),
                    NetIncome = table.Column<long>(type: "INTEGER", nullable: true),
                    PerHead = table.Column<long>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incomes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Inspections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Organiser = table.Column<string>(type: "TEXT", nullable: false),
                    Partners = table.Column<string>(type: "TEXT", nullable: false),
                    Leader = table.Column<string>(type: "TEXT", nullable: false),
                    Teams = table.Column<string>(type: "TEXT", nullable: false),
                    Extent = table.Column<string>(type: "TEXT", nullable: false),
                    Topics = table.Column<string>(type: "TEXT", nullable: false),
                    Conclusion = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Seed = table.Column<string>(type: "TEXT", nullable: false),
                    Population = table.Column<int>(type: "INTEGER", nullable: true),
                    PopulationHash = table.Column<string>(type: "TEXT", nullable: false),
                    SampleSize = table.Column<int>(type: "INTEGER", nullable: true),
                    DrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DrawnBy = table.Column<string>(type: "TEXT", nullable: false),
                    Draws = table.Column<int>(type: "INTEGER", nullable: false),
                    RedrawReason = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inspections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeasuresTaken",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: true),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Effect = table.Column<string>(type: "TEXT", nullable: false),
                    Signed = table.Column<bool>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresTaken", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Venue = table.Column<string>(type: "TEXT", nullable: false),
                    Host = table.Column<string>(type: "TEXT", nullable: false),
                    Subjects = table.Column<string>(type: "TEXT", nullable: false),
                    Studied = table.Column<string>(type: "TEXT", nullable: false),
                    Decisions = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MonthClosings",
                columns: table => new
                {
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Measures = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonthClosings", x => x.Month);
                });

            migrationBuilder.CreateTable(
                name: "MonthFigures",
                columns: table => new
                {
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<long>(type: "INTEGER", nullable: false),
                    Sum = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonthFigures", x => new { x.Measure, x.Month, x.Region });
                });

            migrationBuilder.CreateTable(
                name: "Movements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    HappenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    HouseholdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    IdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    Relation = table.Column<string>(type: "TEXT", nullable: false),
                    OtherNumber = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    Recorder = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Movements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Pledges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Level = table.Column<string>(type: "TEXT", nullable: false),
                    PartyA = table.Column<string>(type: "TEXT", nullable: false),
                    PartyB = table.Column<string>(type: "TEXT", nullable: false),
                    Signatory = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pledges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Postings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PostedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Venue = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Postings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Posts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Quota = table.Column<int>(type: "INTEGER", nullable: true),
                    MonthlyPay = table.Column<long>(type: "INTEGER", nullable: true),
                    DailyHours = table.Column<long>(type: "INTEGER", nullable: true),
                    Duties = table.Column<string>(type: "TEXT", nullable: false),
                    Supervisor = table.Column<string>(type: "TEXT", nullable: false),
                    SetUpOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Posts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Problems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Township = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FoundBy = table.Column<string>(type: "TEXT", nullable: false),
                    Remedy = table.Column<string>(type: "TEXT", nullable: false),
                    LeadUnit = table.Column<string>(type: "TEXT", nullable: false),
                    Leader = table.Column<string>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RectifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: false),
                    RectifiedBy = table.Column<string>(type: "TEXT", nullable: false),
                    PastRectifiers = table.Column<string>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdConfirmed = table.Column<bool>(type: "INTEGER", nullable: true),
                    VillageVerifier = table.Column<string>(type: "TEXT", nullable: false),
                    TownVerifier = table.Column<string>(type: "TEXT", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    IsImported = table.Column<bool>(type: "INTEGER", nullable: false),
                    Returns = table.Column<int>(type: "INTEGER", nullable: false),
                    ExtensionTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExtensionReason = table.Column<string>(type: "TEXT", nullable: false),
                    ExtensionBy = table.Column<string>(type: "TEXT", nullable: false),
                    FoundAccount = table.Column<string>(type: "TEXT", nullable: false),
                    IsInspectorFound = table.Column<bool>(type: "INTEGER", nullable: false),
                    FoundUnit = table.Column<string>(type: "TEXT", nullable: false),
                    OriginLedger = table.Column<string>(type: "TEXT", nullable: false),
                    OriginId = table.Column<long>(type: "INTEGER", nullable: true),
                    OriginItem = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Problems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProblemSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProblemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", nullable: false),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProblemSteps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Projects",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    IsStation = table.Column<bool>(type: "INTEGER", nullable: false),
                    Site = table.Column<string>(type: "TEXT", nullable: false),
                    Investment = table.Column<long>(type: "INTEGER", nullable: true),
                    Funding = table.Column<string>(type: "TEXT", nullable: false),
                    Capacity = table.Column<long>(type: "INTEGER", nullable: true),
                    Land = table.Column<long>(type: "INTEGER", nullable: true),
                    BuiltOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GridOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Employed = table.Column<int>(type: "INTEGER", nullable: true),
                    PoorEmployed = table.Column<int>(type: "INTEGER", nullable: true),
                    Rent = table.Column<long>(type: "INTEGER", nullable: true),
                    AnnualIncome = table.Column<long>(type: "INTEGER", nullable: true),
                    Operator = table.Column<string>(type: "TEXT", nullable: false),
                    Benefit = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Projects", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Proposals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RaisedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Proposer = table.Column<string>(type: "TEXT", nullable: false),
                    IsAdopted = table.Column<bool>(type: "INTEGER", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Proposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Questions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    Wording = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Options = table.Column<string>(type: "TEXT", nullable: false),
                    Bad = table.Column<string>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    FindingKind = table.Column<string>(type: "TEXT", nullable: false),
                    Ways = table.Column<string>(type: "TEXT", nullable: false),
                    IsRequired = table.Column<bool>(type: "INTEGER", nullable: true),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Rechecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProblemId = table.Column<long>(type: "INTEGER", nullable: false),
                    OriginLedger = table.Column<string>(type: "TEXT", nullable: false),
                    OriginId = table.Column<long>(type: "INTEGER", nullable: false),
                    OriginItem = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Passed = table.Column<bool>(type: "INTEGER", nullable: true),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rechecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Regions",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    FormerNames = table.Column<string>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    IsPovertyVillage = table.Column<bool>(type: "INTEGER", nullable: false),
                    ExitedIn = table.Column<int>(type: "INTEGER", nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Successor = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Regions", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "ReportForms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Layout = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportForms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Rounds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Group = table.Column<string>(type: "TEXT", nullable: false),
                    Leader = table.Column<string>(type: "TEXT", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VisitedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Findings = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rounds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Screenings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ScreenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    HouseholdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    Screener = table.Column<string>(type: "TEXT", nullable: false),
                    Income = table.Column<string>(type: "TEXT", nullable: false),
                    IncomeBasis = table.Column<string>(type: "TEXT", nullable: false),
                    IncomePerHead = table.Column<long>(type: "INTEGER", nullable: true),
                    Food = table.Column<string>(type: "TEXT", nullable: false),
                    FoodBasis = table.Column<string>(type: "TEXT", nullable: false),
                    EatsEnough = table.Column<bool>(type: "INTEGER", nullable: true),
                    HasProtein = table.Column<bool>(type: "INTEGER", nullable: true),
                    Clothing = table.Column<string>(type: "TEXT", nullable: false),
                    ClothingBasis = table.Column<string>(type: "TEXT", nullable: false),
                    HasSeasonClothes = table.Column<bool>(type: "INTEGER", nullable: true),
                    HasBedding = table.Column<bool>(type: "INTEGER", nullable: true),
                    Schooling = table.Column<string>(type: "TEXT", nullable: false),
                    SchoolingBasis = table.Column<string>(type: "TEXT", nullable: false),
                    SchoolAge = table.Column<int>(type: "INTEGER", nullable: true),
                    InSchool = table.Column<int>(type: "INTEGER", nullable: true),
                    TaughtAtHome = table.Column<int>(type: "INTEGER", nullable: true),
                    Excused = table.Column<int>(type: "INTEGER", nullable: true),
                    Dropouts = table.Column<int>(type: "INTEGER", nullable: true),
                    Medical = table.Column<string>(type: "TEXT", nullable: false),
                    MedicalBasis = table.Column<string>(type: "TEXT", nullable: false),
                    Uninsured = table.Column<int>(type: "INTEGER", nullable: true),
                    AffordsCare = table.Column<bool>(type: "INTEGER", nullable: true),
                    HasFamilyDoctor = table.Column<bool>(type: "INTEGER", nullable: true),
                    Housing = table.Column<string>(type: "TEXT", nullable: false),
                    HousingBasis = table.Column<string>(type: "TEXT", nullable: false),
                    HouseGrade = table.Column<string>(type: "TEXT", nullable: false),
                    AppraisedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Appraiser = table.Column<string>(type: "TEXT", nullable: false),
                    SafeDwelling = table.Column<string>(type: "TEXT", nullable: false),
                    Water = table.Column<string>(type: "TEXT", nullable: false),
                    WaterBasis = table.Column<string>(type: "TEXT", nullable: false),
                    WaterSource = table.Column<string>(type: "TEXT", nullable: false),
                    WaterAmount = table.Column<int>(type: "INTEGER", nullable: true),
                    WaterQuality = table.Column<string>(type: "TEXT", nullable: false),
                    WaterReport = table.Column<string>(type: "TEXT", nullable: false),
                    PipedIn = table.Column<bool>(type: "INTEGER", nullable: true),
                    FetchMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    FetchDistance = table.Column<int>(type: "INTEGER", nullable: true),
                    FetchHeight = table.Column<int>(type: "INTEGER", nullable: true),
                    WaterReliability = table.Column<long>(type: "INTEGER", nullable: true),
                    AmountGrade = table.Column<string>(type: "TEXT", nullable: false),
                    QualityGrade = table.Column<string>(type: "TEXT", nullable: false),
                    AccessGrade = table.Column<string>(type: "TEXT", nullable: false),
                    ReliabilityGrade = table.Column<string>(type: "TEXT", nullable: false),
                    FailedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Screenings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignIns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Training = table.Column<string>(type: "TEXT", nullable: false),
                    Class = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    HasSigned = table.Column<bool>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignIns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Trainings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Venue = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", nullable: false),
                    Attended = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Trainings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Visits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    VisitedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Time = table.Column<string>(type: "TEXT", nullable: false),
                    Visitor = table.Column<string>(type: "TEXT", nullable: false),
                    VisitorKey = table.Column<string>(type: "TEXT", nullable: false),
                    Way = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    Met = table.Column<string>(type: "TEXT", nullable: false),
                    Topics = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Solution = table.Column<string>(type: "TEXT", nullable: false),
                    Signed = table.Column<bool>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Visits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WageSheets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Batch = table.Column<string>(type: "TEXT", nullable: false),
                    CorrectsId = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", nullable: false),
                    MadeByName = table.Column<string>(type: "TEXT", nullable: false),
                    Hands = table.Column<string>(type: "TEXT", nullable: false),
                    SubmittedBy = table.Column<string>(type: "TEXT", nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ApprovedByName = table.Column<string>(type: "TEXT", nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Gross = table.Column<long>(type: "INTEGER", nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WageSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WageSheets_WageSheets_CorrectsId",
                        column: x => x.CorrectsId,
                        principalTable: "WageSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkBatches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Crew = table.Column<string>(type: "TEXT", nullable: false),
                    Foreman = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Works",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    PathLength = table.Column<long>(type: "INTEGER", nullable: true),
                    WaterHouses = table.Column<int>(type: "INTEGER", nullable: true),
                    Batch = table.Column<string>(type: "TEXT", nullable: false),
                    Crew = table.Column<string>(type: "TEXT", nullable: false),
                    Foreman = table.Column<string>(type: "TEXT", nullable: false),
                    DrawnBy = table.Column<string>(type: "TEXT", nullable: false),
                    HasSketch = table.Column<bool>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Works", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoleId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    RoleId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OldPasswords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OldPasswords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OldPasswords_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AttachmentContents",
                columns: table => new
                {
                    AttachmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Picture = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Thumbnail = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttachmentContents", x => x.AttachmentId);
                    table.ForeignKey(
                        name: "FK_AttachmentContents_Attachments_AttachmentId",
                        column: x => x.AttachmentId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Checks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    TemplateId = table.Column<long>(type: "INTEGER", nullable: false),
                    TemplateTitle = table.Column<string>(type: "TEXT", nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Inspector = table.Column<string>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    FinishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PassedWeight = table.Column<int>(type: "INTEGER", nullable: false),
                    ApplicableWeight = table.Column<int>(type: "INTEGER", nullable: false),
                    PassedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    FailedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    NotApplicableCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Checks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Checks_ChecklistTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "ChecklistTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TemplateItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TemplateId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Group = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Aliases = table.Column<string>(type: "TEXT", nullable: false),
                    Standard = table.Column<string>(type: "TEXT", nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    NeedsPhoto = table.Column<bool>(type: "INTEGER", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TemplateItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TemplateItems_ChecklistTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "ChecklistTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Spec = table.Column<string>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Worker = table.Column<string>(type: "TEXT", nullable: false),
                    WorkerId = table.Column<string>(type: "TEXT", nullable: false),
                    ReportedQuantity = table.Column<long>(type: "INTEGER", nullable: false),
                    ReportedPrice = table.Column<long>(type: "INTEGER", nullable: false),
                    ReportedAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    VerifiedQuantity = table.Column<long>(type: "INTEGER", nullable: true),
                    VerifiedPrice = table.Column<long>(type: "INTEGER", nullable: true),
                    VerifiedAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    Cut = table.Column<long>(type: "INTEGER", nullable: false),
                    Added = table.Column<long>(type: "INTEGER", nullable: false),
                    IsAddition = table.Column<bool>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Invoice = table.Column<string>(type: "TEXT", nullable: false),
                    Supplier = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    VerifiedBy = table.Column<string>(type: "TEXT", nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AuditId = table.Column<long>(type: "INTEGER", nullable: true),
                    Hands = table.Column<string>(type: "TEXT", nullable: false),
                    ReportedMark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkLines_HomeAudits_AuditId",
                        column: x => x.AuditId,
                        principalTable: "HomeAudits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Members",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    Gender = table.Column<string>(type: "TEXT", nullable: false),
                    BornOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IdKind = table.Column<string>(type: "TEXT", nullable: false),
                    IdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    Ethnicity = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdPhone = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Relation = table.Column<string>(type: "TEXT", nullable: false),
                    Education = table.Column<string>(type: "TEXT", nullable: false),
                    Student = table.Column<string>(type: "TEXT", nullable: false),
                    School = table.Column<string>(type: "TEXT", nullable: false),
                    DropoutReason = table.Column<string>(type: "TEXT", nullable: false),
                    SpeaksMandarin = table.Column<bool>(type: "INTEGER", nullable: true),
                    Political = table.Column<string>(type: "TEXT", nullable: false),
                    Health = table.Column<string>(type: "TEXT", nullable: false),
                    DisabilityKind = table.Column<string>(type: "TEXT", nullable: false),
                    DisabilityGrade = table.Column<string>(type: "TEXT", nullable: false),
                    DisabilityNumber = table.Column<string>(type: "TEXT", nullable: false),
                    DisabilityYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Labour = table.Column<string>(type: "TEXT", nullable: false),
                    WorkMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    WorkPlace = table.Column<string>(type: "TEXT", nullable: false),
                    Employer = table.Column<string>(type: "TEXT", nullable: false),
                    WorksAbroad = table.Column<bool>(type: "INTEGER", nullable: true),
                    Trade = table.Column<string>(type: "TEXT", nullable: false),
                    JobChannel = table.Column<string>(type: "TEXT", nullable: false),
                    PostKind = table.Column<string>(type: "TEXT", nullable: false),
                    PostMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    OnAllowance = table.Column<bool>(type: "INTEGER", nullable: true),
                    IsDestitute = table.Column<bool>(type: "INTEGER", nullable: true),
                    ResidentHealthInsurance = table.Column<bool>(type: "INTEGER", nullable: true),
                    EmployeeHealthInsurance = table.Column<bool>(type: "INTEGER", nullable: true),
                    SevereIllnessInsurance = table.Column<bool>(type: "INTEGER", nullable: true),
                    CommercialHealthInsurance = table.Column<bool>(type: "INTEGER", nullable: true),
                    SevereIllnessAid = table.Column<bool>(type: "INTEGER", nullable: true),
                    OtherHealthAid = table.Column<bool>(type: "INTEGER", nullable: true),
                    ResidentPension = table.Column<bool>(type: "INTEGER", nullable: true),
                    EmployeePension = table.Column<bool>(type: "INTEGER", nullable: true),
                    Standard = table.Column<string>(type: "TEXT", nullable: false),
                    JoinedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LeaveReason = table.Column<string>(type: "TEXT", nullable: false),
                    IdentifiedIn = table.Column<int>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Members", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Members_Households_HouseholdId",
                        column: x => x.HouseholdId,
                        principalTable: "Households",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FrozenPopulations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InspectionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Draw = table.Column<int>(type: "INTEGER", nullable: false),
                    Households = table.Column<string>(type: "TEXT", nullable: false),
                    MustDraw = table.Column<string>(type: "TEXT", nullable: false),
                    Quota = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrozenPopulations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FrozenPopulations_Inspections_InspectionId",
                        column: x => x.InspectionId,
                        principalTable: "Inspections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InspectionFindings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Plan = table.Column<string>(type: "TEXT", nullable: false),
                    PlanDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InspectionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    HouseholdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FoundBy = table.Column<string>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    AnswerId = table.Column<long>(type: "INTEGER", nullable: true),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InspectionFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InspectionFindings_Inspections_InspectionId",
                        column: x => x.InspectionId,
                        principalTable: "Inspections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Interviews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Plan = table.Column<string>(type: "TEXT", nullable: false),
                    PlanDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InspectionId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Way = table.Column<string>(type: "TEXT", nullable: false),
                    Call = table.Column<string>(type: "TEXT", nullable: false),
                    Respondent = table.Column<string>(type: "TEXT", nullable: false),
                    Surveyor = table.Column<string>(type: "TEXT", nullable: false),
                    SecondSurveyor = table.Column<string>(type: "TEXT", nullable: false),
                    Signature = table.Column<string>(type: "TEXT", nullable: false),
                    Class = table.Column<string>(type: "TEXT", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: true),
                    WronglyLifted = table.Column<int>(type: "INTEGER", nullable: true),
                    Missed = table.Column<int>(type: "INTEGER", nullable: true),
                    WithHelper = table.Column<string>(type: "TEXT", nullable: false),
                    WithTeam = table.Column<string>(type: "TEXT", nullable: false),
                    WithVillage = table.Column<string>(type: "TEXT", nullable: false),
                    WithResults = table.Column<string>(type: "TEXT", nullable: false),
                    Approval = table.Column<string>(type: "TEXT", nullable: false),
                    Suggestion = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Interviews_Inspections_InspectionId",
                        column: x => x.InspectionId,
                        principalTable: "Inspections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Samples",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Plan = table.Column<string>(type: "TEXT", nullable: false),
                    PlanDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InspectionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    HouseholdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    ReplaceReason = table.Column<string>(type: "TEXT", nullable: false),
                    ReplaceNote = table.Column<string>(type: "TEXT", nullable: false),
                    ReplacedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReplacedBy = table.Column<string>(type: "TEXT", nullable: false),
                    StandsFor = table.Column<int>(type: "INTEGER", nullable: true),
                    VisitedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Samples", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Samples_Inspections_InspectionId",
                        column: x => x.InspectionId,
                        principalTable: "Inspections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeetingAttendees",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Meeting = table.Column<string>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    Presence = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingAttendees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingAttendees_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeetingTasks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Meeting = table.Column<string>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Task = table.Column<string>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingTasks_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Holders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostName = table.Column<string>(type: "TEXT", nullable: false),
                    PostKind = table.Column<string>(type: "TEXT", nullable: false),
                    PostSource = table.Column<string>(type: "TEXT", nullable: false),
                    Employer = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    Gender = table.Column<string>(type: "TEXT", nullable: false),
                    IdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", nullable: false),
                    BornOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    HouseholdType = table.Column<string>(type: "TEXT", nullable: false),
                    DisabilityKind = table.Column<string>(type: "TEXT", nullable: false),
                    DisabilityGrade = table.Column<string>(type: "TEXT", nullable: false),
                    Labour = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    Recommender = table.Column<string>(type: "TEXT", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AgreementFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AgreementUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MonthlyPay = table.Column<long>(type: "INTEGER", nullable: true),
                    BankName = table.Column<string>(type: "TEXT", nullable: false),
                    BankCard = table.Column<string>(type: "TEXT", nullable: false),
                    Insured = table.Column<bool>(type: "INTEGER", nullable: true),
                    InsuredUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    ExitedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExitReason = table.Column<string>(type: "TEXT", nullable: false),
                    ExitMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    IsOnPost = table.Column<bool>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Holders_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CollectiveIncomes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<long>(type: "INTEGER", nullable: true),
                    ProjectName = table.Column<string>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ForPoor = table.Column<long>(type: "INTEGER", nullable: true),
                    ForDisabled = table.Column<long>(type: "INTEGER", nullable: true),
                    ForPublic = table.Column<long>(type: "INTEGER", nullable: true),
                    ForOther = table.Column<long>(type: "INTEGER", nullable: true),
                    Used = table.Column<long>(type: "INTEGER", nullable: false),
                    Balance = table.Column<long>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectiveIncomes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CollectiveIncomes_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Distributions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ProjectId = table.Column<long>(type: "INTEGER", nullable: true),
                    ProjectName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    Payee = table.Column<string>(type: "TEXT", nullable: false),
                    IdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    Class = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    BankCard = table.Column<string>(type: "TEXT", nullable: false),
                    PostedFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PostedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Signed = table.Column<bool>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Distributions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Distributions_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProjectShares",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProjectId = table.Column<long>(type: "INTEGER", nullable: true),
                    ProjectName = table.Column<string>(type: "TEXT", nullable: false),
                    Parts = table.Column<int>(type: "INTEGER", nullable: false),
                    Whole = table.Column<int>(type: "INTEGER", nullable: false),
                    Invested = table.Column<long>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectShares", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProjectShares_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StationIncomes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Station = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    MonthOfYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Capacity = table.Column<long>(type: "INTEGER", nullable: true),
                    Energy = table.Column<long>(type: "INTEGER", nullable: true),
                    Price = table.Column<long>(type: "INTEGER", nullable: true),
                    EnergyFee = table.Column<long>(type: "INTEGER", nullable: true),
                    SubsidyPrice = table.Column<long>(type: "INTEGER", nullable: true),
                    SubsidyDue = table.Column<long>(type: "INTEGER", nullable: true),
                    SubsidyPaid = table.Column<long>(type: "INTEGER", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SubsidyReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    Upkeep = table.Column<long>(type: "INTEGER", nullable: true),
                    Rent = table.Column<long>(type: "INTEGER", nullable: true),
                    Distributable = table.Column<long>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StationIncomes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StationIncomes_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportFormContents",
                columns: table => new
                {
                    FormId = table.Column<long>(type: "INTEGER", nullable: false),
                    Workbook = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportFormContents", x => x.FormId);
                    table.ForeignKey(
                        name: "FK_ReportFormContents_ReportForms_FormId",
                        column: x => x.FormId,
                        principalTable: "ReportForms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WorkSketches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WorkId = table.Column<long>(type: "INTEGER", nullable: false),
                    Shapes = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkSketches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkSketches_Works_WorkId",
                        column: x => x.WorkId,
                        principalTable: "Works",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CheckAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CheckId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", nullable: false),
                    ItemNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    ItemName = table.Column<string>(type: "TEXT", nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CheckAnswers_Checks_CheckId",
                        column: x => x.CheckId,
                        principalTable: "Checks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CheckAnswers_TemplateItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "TemplateItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Answers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Plan = table.Column<string>(type: "TEXT", nullable: false),
                    PlanDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InspectionId = table.Column<long>(type: "INTEGER", nullable: false),
                    InterviewId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdName = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Wording = table.Column<string>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    Given = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    IsFinding = table.Column<bool>(type: "INTEGER", nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    FindingKind = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Answers_Interviews_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attendances",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HolderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Marks = table.Column<string>(type: "TEXT", nullable: false),
                    Due = table.Column<int>(type: "INTEGER", nullable: false),
                    Present = table.Column<int>(type: "INTEGER", nullable: false),
                    Leave = table.Column<int>(type: "INTEGER", nullable: false),
                    Absent = table.Column<int>(type: "INTEGER", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: true),
                    Assessor = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attendances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attendances_Holders_HolderId",
                        column: x => x.HolderId,
                        principalTable: "Holders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WageLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SheetId = table.Column<long>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Batch = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    IdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    PostName = table.Column<string>(type: "TEXT", nullable: false),
                    PostKind = table.Column<string>(type: "TEXT", nullable: false),
                    PostSource = table.Column<string>(type: "TEXT", nullable: false),
                    Standard = table.Column<long>(type: "INTEGER", nullable: false),
                    Due = table.Column<int>(type: "INTEGER", nullable: false),
                    Present = table.Column<int>(type: "INTEGER", nullable: false),
                    PaidDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Deduction = table.Column<long>(type: "INTEGER", nullable: false),
                    Bonus = table.Column<long>(type: "INTEGER", nullable: false),
                    Gross = table.Column<long>(type: "INTEGER", nullable: false),
                    Settled = table.Column<long>(type: "INTEGER", nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    BankName = table.Column<string>(type: "TEXT", nullable: false),
                    BankCard = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    IsImported = table.Column<bool>(type: "INTEGER", nullable: false),
                    Region = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeleteReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WageLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WageLines_Holders_HolderId",
                        column: x => x.HolderId,
                        principalTable: "Holders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WageLines_WageSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "WageSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Answers_InspectionId",
                table: "Answers",
                column: "InspectionId");

            migrationBuilder.CreateIndex(
                name: "IX_Answers_InterviewId",
                table: "Answers",
                column: "InterviewId");

            migrationBuilder.CreateIndex(
                name: "IX_Answers_Region",
                table: "Answers",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Answers_Region_IsFinding",
                table: "Answers",
                columns: new[] { "Region", "IsFinding" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_Account",
                table: "Assignments",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_HouseholdId",
                table: "Assignments",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_Region",
                table: "Assignments",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_Region_Level",
                table: "Assignments",
                columns: new[] { "Region", "Level" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_OwnerLedger_OwnerId_Item",
                table: "Attachments",
                columns: new[] { "OwnerLedger", "OwnerId", "Item" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_Region",
                table: "Attachments",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Attendances_HolderId_Month",
                table: "Attendances",
                columns: new[] { "HolderId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_Attendances_Region",
                table: "Attendances",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Attendances_Region_Month",
                table: "Attendances",
                columns: new[] { "Region", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Subject_RowId",
                table: "AuditEntries",
                columns: new[] { "Subject", "RowId" });

            migrationBuilder.CreateIndex(
                name: "IX_BatchEntries_Batch",
                table: "BatchEntries",
                column: "Batch");

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_Region",
                table: "Campaigns",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_Region_Month",
                table: "Campaigns",
                columns: new[] { "Region", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckAnswers_CheckId_ItemId",
                table: "CheckAnswers",
                columns: new[] { "CheckId", "ItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckAnswers_ItemId",
                table: "CheckAnswers",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckAnswers_Region",
                table: "CheckAnswers",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_CheckAnswers_Region_Result",
                table: "CheckAnswers",
                columns: new[] { "Region", "Result" });

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistTemplates_Family_Number",
                table: "ChecklistTemplates",
                columns: new[] { "Family", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistTemplates_Region",
                table: "ChecklistTemplates",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Checks_HouseholdId_CheckedOn",
                table: "Checks",
                columns: new[] { "HouseholdId", "CheckedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Checks_Region",
                table: "Checks",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Checks_Region_CheckedOn",
                table: "Checks",
                columns: new[] { "Region", "CheckedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Checks_TemplateId_Region",
                table: "Checks",
                columns: new[] { "TemplateId", "Region" });

            migrationBuilder.CreateIndex(
                name: "IX_ClinicRecords_HeldOn_Venue",
                table: "ClinicRecords",
                columns: new[] { "HeldOn", "Venue" });

            migrationBuilder.CreateIndex(
                name: "IX_ClinicRecords_HouseholdId",
                table: "ClinicRecords",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_ClinicRecords_IdNumber",
                table: "ClinicRecords",
                column: "IdNumber");

            migrationBuilder.CreateIndex(
                name: "IX_ClinicRecords_NameKey_Id",
                table: "ClinicRecords",
                columns: new[] { "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ClinicRecords_Region",
                table: "ClinicRecords",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Clinics_HeldOn_Venue",
                table: "Clinics",
                columns: new[] { "HeldOn", "Venue" });

            migrationBuilder.CreateIndex(
                name: "IX_Clinics_Region",
                table: "Clinics",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Clues_HouseholdId",
                table: "Clues",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Clues_Region",
                table: "Clues",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Clues_Region_ReceivedOn",
                table: "Clues",
                columns: new[] { "Region", "ReceivedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CodeEntries_List_Text",
                table: "CodeEntries",
                columns: new[] { "List", "Text" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CollectiveIncomes_ProjectId",
                table: "CollectiveIncomes",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_CollectiveIncomes_Region",
                table: "CollectiveIncomes",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_CollectiveIncomes_Region_Year",
                table: "CollectiveIncomes",
                columns: new[] { "Region", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_Distributions_HouseholdId_PaidOn",
                table: "Distributions",
                columns: new[] { "HouseholdId", "PaidOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Distributions_ProjectId",
                table: "Distributions",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Distributions_Region",
                table: "Distributions",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Distributions_Region_Year",
                table: "Distributions",
                columns: new[] { "Region", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_AfterId",
                table: "FollowUps",
                column: "AfterId");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_DueOn_DoneOn",
                table: "FollowUps",
                columns: new[] { "DueOn", "DoneOn" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_HouseholdId",
                table: "FollowUps",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_IdNumber",
                table: "FollowUps",
                column: "IdNumber");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_NameKey_Id",
                table: "FollowUps",
                columns: new[] { "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_RecordId",
                table: "FollowUps",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_Region",
                table: "FollowUps",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_FrozenPopulations_InspectionId_Draw",
                table: "FrozenPopulations",
                columns: new[] { "InspectionId", "Draw" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HeaderNames_Unit_Ledger_Header",
                table: "HeaderNames",
                columns: new[] { "Unit", "Ledger", "Header" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HealthTalks_HeldOn",
                table: "HealthTalks",
                column: "HeldOn");

            migrationBuilder.CreateIndex(
                name: "IX_HealthTalks_Region",
                table: "HealthTalks",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Holders_HouseholdId",
                table: "Holders",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Holders_PersonKey",
                table: "Holders",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_Holders_PostId",
                table: "Holders",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_Holders_Region",
                table: "Holders",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Holders_Region_IsOnPost",
                table: "Holders",
                columns: new[] { "Region", "IsOnPost" });

            migrationBuilder.CreateIndex(
                name: "IX_HomeAudits_HouseholdId",
                table: "HomeAudits",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_HomeAudits_Region",
                table: "HomeAudits",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_HomeAudits_Region_HouseholdName",
                table: "HomeAudits",
                columns: new[] { "Region", "HouseholdName" });

            migrationBuilder.CreateIndex(
                name: "IX_Households_NameKey_Id",
                table: "Households",
                columns: new[] { "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Households_Number",
                table: "Households",
                column: "Number",
                unique: true,
                filter: "IsDeleted = 0");

            migrationBuilder.CreateIndex(
                name: "IX_Households_Region",
                table: "Households",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Households_Region_HeadName",
                table: "Households",
                columns: new[] { "Region", "HeadName" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_User_Id",
                table: "ImportBatches",
                columns: new[] { "User", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Incomes_HouseholdId_Year",
                table: "Incomes",
                columns: new[] { "HouseholdId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_Incomes_Region",
                table: "Incomes",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Incomes_Region_Year",
                table: "Incomes",
                columns: new[] { "Region", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_InspectionFindings_AnswerId",
                table: "InspectionFindings",
                column: "AnswerId");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionFindings_HouseholdId",
                table: "InspectionFindings",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionFindings_InspectionId",
                table: "InspectionFindings",
                column: "InspectionId");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionFindings_Region",
                table: "InspectionFindings",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionFindings_Region_FoundOn",
                table: "InspectionFindings",
                columns: new[] { "Region", "FoundOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Inspections_Region",
                table: "Inspections",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Inspections_Region_StartsOn",
                table: "Inspections",
                columns: new[] { "Region", "StartsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Inspections_Title",
                table: "Inspections",
                column: "Title");

            migrationBuilder.CreateIndex(
                name: "IX_Interviews_HouseholdId",
                table: "Interviews",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Interviews_InspectionId",
                table: "Interviews",
                column: "InspectionId");

            migrationBuilder.CreateIndex(
                name: "IX_Interviews_Region",
                table: "Interviews",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Interviews_Region_HeldOn",
                table: "Interviews",
                columns: new[] { "Region", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresTaken_HouseholdId",
                table: "MeasuresTaken",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresTaken_Region",
                table: "MeasuresTaken",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresTaken_Region_StartedOn",
                table: "MeasuresTaken",
                columns: new[] { "Region", "StartedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAttendees_MeetingId",
                table: "MeetingAttendees",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAttendees_Region",
                table: "MeetingAttendees",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAttendees_Region_HeldOn",
                table: "MeetingAttendees",
                columns: new[] { "Region", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_HeldOn",
                table: "Meetings",
                column: "HeldOn");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_Region",
                table: "Meetings",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_Region_HeldOn",
                table: "Meetings",
                columns: new[] { "Region", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingTasks_MeetingId",
                table: "MeetingTasks",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingTasks_Region",
                table: "MeetingTasks",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingTasks_Region_DueOn",
                table: "MeetingTasks",
                columns: new[] { "Region", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_HouseholdId",
                table: "Members",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Members_IdNumber",
                table: "Members",
                column: "IdNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Members_NameKey_Id",
                table: "Members",
                columns: new[] { "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_Number",
                table: "Members",
                column: "Number",
                unique: true,
                filter: "IsDeleted = 0 AND Number <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_Members_Region",
                table: "Members",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Movements_HouseholdId",
                table: "Movements",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Movements_Region",
                table: "Movements",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Movements_Region_HappenedOn",
                table: "Movements",
                columns: new[] { "Region", "HappenedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_OldPasswords_UserId",
                table: "OldPasswords",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_Region",
                table: "Pledges",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_Region_Year",
                table: "Pledges",
                columns: new[] { "Region", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_Postings_Region",
                table: "Postings",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Postings_Region_PostedOn",
                table: "Postings",
                columns: new[] { "Region", "PostedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_Region",
                table: "Posts",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_Region_Name",
                table: "Posts",
                columns: new[] { "Region", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_Problems_HouseholdId",
                table: "Problems",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Problems_OriginLedger_OriginId",
                table: "Problems",
                columns: new[] { "OriginLedger", "OriginId" });

            migrationBuilder.CreateIndex(
                name: "IX_Problems_Region",
                table: "Problems",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Problems_Region_State_DueOn",
                table: "Problems",
                columns: new[] { "Region", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Problems_Township_Number",
                table: "Problems",
                columns: new[] { "Township", "Number" },
                unique: true,
                filter: "IsDeleted = 0");

            migrationBuilder.CreateIndex(
                name: "IX_ProblemSteps_ProblemId",
                table: "ProblemSteps",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_ProblemSteps_Region",
                table: "ProblemSteps",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Projects_Region",
                table: "Projects",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Projects_Region_Name",
                table: "Projects",
                columns: new[] { "Region", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_ProjectShares_ProjectId",
                table: "ProjectShares",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectShares_Region",
                table: "ProjectShares",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectShares_Region_ProjectId",
                table: "ProjectShares",
                columns: new[] { "Region", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_Region",
                table: "Proposals",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_Region_RaisedOn",
                table: "Proposals",
                columns: new[] { "Region", "RaisedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_Region",
                table: "Questions",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_Region_Year_Number",
                table: "Questions",
                columns: new[] { "Region", "Year", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Rechecks_OriginLedger_OriginId_DoneOn",
                table: "Rechecks",
                columns: new[] { "OriginLedger", "OriginId", "DoneOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Rechecks_ProblemId",
                table: "Rechecks",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_Rechecks_Region",
                table: "Rechecks",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_ReportForms_Region",
                table: "ReportForms",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_Region",
                table: "Rounds",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_Region_StartsOn",
                table: "Rounds",
                columns: new[] { "Region", "StartsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Samples_HouseholdId",
                table: "Samples",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Samples_InspectionId",
                table: "Samples",
                column: "InspectionId");

            migrationBuilder.CreateIndex(
                name: "IX_Samples_Region",
                table: "Samples",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Samples_Region_State",
                table: "Samples",
                columns: new[] { "Region", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Screenings_HouseholdId_ScreenedOn",
                table: "Screenings",
                columns: new[] { "HouseholdId", "ScreenedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Screenings_Region",
                table: "Screenings",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Screenings_Region_ScreenedOn",
                table: "Screenings",
                columns: new[] { "Region", "ScreenedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Settings_Key_EffectiveFrom",
                table: "Settings",
                columns: new[] { "Key", "EffectiveFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_SignIns_Region",
                table: "SignIns",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_SignIns_Region_HeldOn",
                table: "SignIns",
                columns: new[] { "Region", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_StationIncomes_ProjectId_Month",
                table: "StationIncomes",
                columns: new[] { "ProjectId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_StationIncomes_Region",
                table: "StationIncomes",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_StationIncomes_Region_Month",
                table: "StationIncomes",
                columns: new[] { "Region", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_TemplateItems_Region",
                table: "TemplateItems",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_TemplateItems_TemplateId_Code",
                table: "TemplateItems",
                columns: new[] { "TemplateId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Trainings_Region",
                table: "Trainings",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Trainings_Region_HeldOn",
                table: "Trainings",
                columns: new[] { "Region", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_HouseholdId_VisitedOn",
                table: "Visits",
                columns: new[] { "HouseholdId", "VisitedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_Region",
                table: "Visits",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_Region_VisitedOn",
                table: "Visits",
                columns: new[] { "Region", "VisitedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_WageLines_HolderId_Month",
                table: "WageLines",
                columns: new[] { "HolderId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_WageLines_Region",
                table: "WageLines",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_WageLines_Region_Month_State",
                table: "WageLines",
                columns: new[] { "Region", "Month", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_WageLines_SheetId",
                table: "WageLines",
                column: "SheetId");

            migrationBuilder.CreateIndex(
                name: "IX_WageSheets_CorrectsId",
                table: "WageSheets",
                column: "CorrectsId");

            migrationBuilder.CreateIndex(
                name: "IX_WageSheets_Region",
                table: "WageSheets",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_WageSheets_Region_Month",
                table: "WageSheets",
                columns: new[] { "Region", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkBatches_Region",
                table: "WorkBatches",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_WorkBatches_Region_Name",
                table: "WorkBatches",
                columns: new[] { "Region", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkLines_AuditId",
                table: "WorkLines",
                column: "AuditId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkLines_HouseholdId",
                table: "WorkLines",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkLines_Region",
                table: "WorkLines",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_WorkLines_Region_DoneOn_Worker",
                table: "WorkLines",
                columns: new[] { "Region", "DoneOn", "Worker" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkLines_Region_HouseholdName_Number",
                table: "WorkLines",
                columns: new[] { "Region", "HouseholdName", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkLines_Region_Invoice",
                table: "WorkLines",
                columns: new[] { "Region", "Invoice" });

            migrationBuilder.CreateIndex(
                name: "IX_Works_HouseholdId",
                table: "Works",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Works_Region",
                table: "Works",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_Works_Region_State",
                table: "Works",
                columns: new[] { "Region", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkSketches_Region",
                table: "WorkSketches",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_WorkSketches_WorkId",
                table: "WorkSketches",
                column: "WorkId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Answers");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "Assignments");

            migrationBuilder.DropTable(
                name: "AttachmentContents");

            migrationBuilder.DropTable(
                name: "Attendances");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "BatchEntries");

            migrationBuilder.DropTable(
                name: "Campaigns");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "CheckAnswers");

            migrationBuilder.DropTable(
                name: "ClinicRecords");

            migrationBuilder.DropTable(
                name: "Clinics");

            migrationBuilder.DropTable(
                name: "Clues");

            migrationBuilder.DropTable(
                name: "CodeEntries");

            migrationBuilder.DropTable(
                name: "CollectiveIncomes");

            migrationBuilder.DropTable(
                name: "Distributions");

            migrationBuilder.DropTable(
                name: "FinishedSteps");

            migrationBuilder.DropTable(
                name: "FollowUps");

            migrationBuilder.DropTable(
                name: "FrozenPopulations");

            migrationBuilder.DropTable(
                name: "HeaderNames");

            migrationBuilder.DropTable(
                name: "HealthTalks");

            migrationBuilder.DropTable(
                name: "ImportBatches");

            migrationBuilder.DropTable(
                name: "Incomes");

            migrationBuilder.DropTable(
                name: "InspectionFindings");

            migrationBuilder.DropTable(
                name: "MeasuresTaken");

            migrationBuilder.DropTable(
                name: "MeetingAttendees");

            migrationBuilder.DropTable(
                name: "MeetingTasks");

            migrationBuilder.DropTable(
                name: "Members");

            migrationBuilder.DropTable(
                name: "MonthClosings");

            migrationBuilder.DropTable(
                name: "MonthFigures");

            migrationBuilder.DropTable(
                name: "Movements");

            migrationBuilder.DropTable(
                name: "OldPasswords");

            migrationBuilder.DropTable(
                name: "Pledges");

            migrationBuilder.DropTable(
                name: "Postings");

            migrationBuilder.DropTable(
                name: "Problems");

            migrationBuilder.DropTable(
                name: "ProblemSteps");

            migrationBuilder.DropTable(
                name: "ProjectShares");

            migrationBuilder.DropTable(
                name: "Proposals");

            migrationBuilder.DropTable(
                name: "Questions");

            migrationBuilder.DropTable(
                name: "Rechecks");

            migrationBuilder.DropTable(
                name: "Regions");

            migrationBuilder.DropTable(
                name: "ReportFormContents");

            migrationBuilder.DropTable(
                name: "Rounds");

            migrationBuilder.DropTable(
                name: "Samples");

            migrationBuilder.DropTable(
                name: "Screenings");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "SignIns");

            migrationBuilder.DropTable(
                name: "StationIncomes");

            migrationBuilder.DropTable(
                name: "Trainings");

            migrationBuilder.DropTable(
                name: "Visits");

            migrationBuilder.DropTable(
                name: "WageLines");

            migrationBuilder.DropTable(
                name: "WorkBatches");

            migrationBuilder.DropTable(
                name: "WorkLines");

            migrationBuilder.DropTable(
                name: "WorkSketches");

            migrationBuilder.DropTable(
                name: "Interviews");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropTable(
                name: "Checks");

            migrationBuilder.DropTable(
                name: "TemplateItems");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "Households");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "ReportForms");

            migrationBuilder.DropTable(
                name: "Projects");

            migrationBuilder.DropTable(
                name: "Holders");

            migrationBuilder.DropTable(
                name: "WageSheets");

            migrationBuilder.DropTable(
                name: "HomeAudits");

            migrationBuilder.DropTable(
                name: "Works");

            migrationBuilder.DropTable(
                name: "Inspections");

            migrationBuilder.DropTable(
                name: "ChecklistTemplates");

            migrationBuilder.DropTable(
                name: "Posts");
        }
    }
}
