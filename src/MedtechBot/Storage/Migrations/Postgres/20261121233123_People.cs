using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MedtechBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "desk_links",
                type: "text",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Role",
                table: "desk_links",
                type: "text",
                maxLength: 16,
                nullable: false,
                // Links made before there were roles; nothing else is without one.
                defaultValue: "Admin",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", maxLength: 40, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    NameKey = table.Column<string>(type: "text", maxLength: 128, nullable: false, collation: "C"),
                    KeyHash = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Role = table.Column<string>(type: "text", maxLength: 16, nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    LastUsedAt = table.Column<long>(type: "bigint", nullable: true),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_log",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ActorId = table.Column<string>(type: "text", maxLength: 40, nullable: true, collation: "C"),
                    ActorName = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    Action = table.Column<string>(type: "text", maxLength: 40, nullable: false, collation: "C"),
                    Ticket = table.Column<string>(type: "text", maxLength: 24, nullable: true, collation: "C"),
                    SubjectId = table.Column<string>(type: "text", maxLength: 40, nullable: true, collation: "C"),
                    SubjectName = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    Outcome = table.Column<string>(type: "text", maxLength: 16, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_log", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", maxLength: 32, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    NameKey = table.Column<string>(type: "text", maxLength: 128, nullable: false, collation: "C"),
                    Role = table.Column<string>(type: "text", maxLength: 16, nullable: false, collation: "C"),
                    Email = table.Column<string>(type: "text", maxLength: 254, nullable: true, collation: "C"),
                    Region = table.Column<string>(type: "text", maxLength: 60, nullable: true, collation: "C"),
                    Fields = table.Column<string>(type: "text", maxLength: 2000, nullable: false, collation: "C"),
                    AadObjectId = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    PasswordHash = table.Column<string>(type: "text", maxLength: 256, nullable: true, collation: "C"),
                    SecurityStamp = table.Column<string>(type: "text", maxLength: 32, nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    DisabledAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", maxLength: 32, nullable: false, collation: "C"),
                    TokenHash = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Role = table.Column<string>(type: "text", maxLength: 16, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    Email = table.Column<string>(type: "text", maxLength: 254, nullable: true, collation: "C"),
                    Region = table.Column<string>(type: "text", maxLength: 60, nullable: true, collation: "C"),
                    Fields = table.Column<string>(type: "text", maxLength: 2000, nullable: false, collation: "C"),
                    PersonId = table.Column<string>(type: "text", maxLength: 32, nullable: true, collation: "C"),
                    InvitedBy = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    UsedAt = table.Column<long>(type: "bigint", nullable: true),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_invitations_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_KeyHash",
                table: "api_keys",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_NameKey",
                table: "api_keys",
                column: "NameKey",
                unique: true,
                filter: "\"RevokedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_audit_log_ActorId_Id",
                table: "audit_log",
                columns: new[] { "ActorId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_log_SubjectId_Id",
                table: "audit_log",
                columns: new[] { "SubjectId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_log_Ticket_Id",
                table: "audit_log",
                columns: new[] { "Ticket", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_invitations_ExpiresAt",
                table: "invitations",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_PersonId",
                table: "invitations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_TokenHash",
                table: "invitations",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_AadObjectId",
                table: "people",
                column: "AadObjectId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_Email",
                table: "people",
                column: "Email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_NameKey",
                table: "people",
                column: "NameKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "audit_log");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "desk_links");

            migrationBuilder.DropColumn(
                name: "Role",
                table: "desk_links");
        }
    }
}
