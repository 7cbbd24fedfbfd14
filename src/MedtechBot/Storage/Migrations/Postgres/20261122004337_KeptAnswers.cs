using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MedtechBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeptAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kept_answers",
                columns: table => new
                {
                    ApiKeyId = table.Column<string>(type: "text", maxLength: 40, nullable: false, collation: "C"),
                    RepeatKey = table.Column<string>(type: "text", maxLength: 200, nullable: false, collation: "C"),
                    RequestHash = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    StartedAt = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: true),
                    Body = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Location = table.Column<string>(type: "text", maxLength: 200, nullable: true, collation: "C"),
                    Ticket = table.Column<string>(type: "text", maxLength: 24, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_answers", x => new { x.ApiKeyId, x.RepeatKey });
                    table.ForeignKey(
                        name: "FK_kept_answers_tickets_Ticket",
                        column: x => x.Ticket,
                        principalTable: "tickets",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kept_answers_StartedAt",
                table: "kept_answers",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_kept_answers_Ticket",
                table: "kept_answers",
                column: "Ticket");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept_answers");
        }
    }
}
