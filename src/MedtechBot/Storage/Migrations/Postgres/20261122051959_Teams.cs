using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MedtechBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Teams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Comment",
                table: "feedback",
                type: "text",
                maxLength: 2000,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "teams_conversations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    ConversationId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    TeamsId = table.Column<string>(type: "text", maxLength: 400, nullable: false, collation: "C"),
                    ChannelId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    ServiceUrl = table.Column<string>(type: "text", maxLength: 500, nullable: false, collation: "C"),
                    TenantId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    BotId = table.Column<string>(type: "text", maxLength: 200, nullable: false, collation: "C"),
                    UserId = table.Column<string>(type: "text", maxLength: 200, nullable: false, collation: "C"),
                    AadObjectId = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "text", maxLength: 16, nullable: false, collation: "C"),
                    TeamId = table.Column<string>(type: "text", maxLength: 400, nullable: true, collation: "C"),
                    Locale = table.Column<string>(type: "text", maxLength: 20, nullable: true, collation: "C"),
                    SeenAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_teams_conversations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_teams_conversations_conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_teams_conversations_ConversationId",
                table: "teams_conversations",
                column: "ConversationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_teams_conversations_TeamsId",
                table: "teams_conversations",
                column: "TeamsId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "teams_conversations");

            migrationBuilder.DropColumn(
                name: "Comment",
                table: "feedback");
        }
    }
}
