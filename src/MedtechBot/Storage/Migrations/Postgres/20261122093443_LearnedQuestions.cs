using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MedtechBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LearnedQuestions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "learned_questions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    ConversationId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Ticket = table.Column<string>(type: "text", maxLength: 24, nullable: true, collation: "C"),
                    TurnId = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    PassageId = table.Column<string>(type: "text", maxLength: 200, nullable: false, collation: "C"),
                    Question = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    QuestionKey = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    ConfirmedBy = table.Column<string>(type: "text", maxLength: 16, nullable: false, collation: "C"),
                    Who = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "text", maxLength: 16, nullable: false, collation: "C"),
                    DecidedBy = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    GoneSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learned_questions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_learned_questions_conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_learned_questions_tickets_Ticket",
                        column: x => x.Ticket,
                        principalTable: "tickets",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ranking_models",
                columns: table => new
                {
                    Version = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Weights = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Trained = table.Column<int>(type: "integer", nullable: false),
                    HeldBack = table.Column<int>(type: "integer", nullable: false),
                    Before = table.Column<double>(type: "double precision", nullable: false),
                    After = table.Column<double>(type: "double precision", nullable: false),
                    IsLive = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ranking_models", x => x.Version);
                });

            migrationBuilder.CreateIndex(
                name: "IX_learned_questions_ConversationId",
                table: "learned_questions",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_learned_questions_PassageId_QuestionKey",
                table: "learned_questions",
                columns: new[] { "PassageId", "QuestionKey" });

            migrationBuilder.CreateIndex(
                name: "IX_learned_questions_Status_At",
                table: "learned_questions",
                columns: new[] { "Status", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_learned_questions_Ticket",
                table: "learned_questions",
                column: "Ticket");

            migrationBuilder.CreateIndex(
                name: "IX_learned_questions_TurnId",
                table: "learned_questions",
                column: "TurnId");

            migrationBuilder.CreateIndex(
                name: "IX_learned_questions_Who_At",
                table: "learned_questions",
                columns: new[] { "Who", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "learned_questions");

            migrationBuilder.DropTable(
                name: "ranking_models");
        }
    }
}
