using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MedtechBot.Storage.Migrations
{
    /// <inheritdoc />
    public partial class TeamsCoordinators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "teams_channels",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TenantId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TeamId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    TeamsId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ServiceUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    BotId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_teams_channels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "teams_codes",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_teams_codes", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_teams_codes_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "teams_links",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    TenantId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AadObjectId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_teams_links", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_teams_links_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "teams_cards",
                columns: table => new
                {
                    DeskChannelId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Ticket = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    TeamsId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_teams_cards", x => new { x.DeskChannelId, x.Ticket });
                    table.ForeignKey(
                        name: "FK_teams_cards_teams_channels_DeskChannelId",
                        column: x => x.DeskChannelId,
                        principalTable: "teams_channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_teams_cards_tickets_Ticket",
                        column: x => x.Ticket,
                        principalTable: "tickets",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_teams_cards_DeskChannelId_TeamsId",
                table: "teams_cards",
                columns: new[] { "DeskChannelId", "TeamsId" });

            migrationBuilder.CreateIndex(
                name: "IX_teams_cards_Ticket",
                table: "teams_cards",
                column: "Ticket");

            migrationBuilder.CreateIndex(
                name: "IX_teams_codes_CodeHash",
                table: "teams_codes",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_teams_links_TenantId_AadObjectId",
                table: "teams_links",
                columns: new[] { "TenantId", "AadObjectId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "teams_cards");

            migrationBuilder.DropTable(
                name: "teams_codes");

            migrationBuilder.DropTable(
                name: "teams_links");

            migrationBuilder.DropTable(
                name: "teams_channels");
        }
    }
}
