using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MedtechBot.Storage.Migrations
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
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Ticket = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    TurnId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PassageId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    QuestionKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    GoneSince = table.Column<long>(type: "INTEGER", nullable: true)
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
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Weights = table.Column<string>(type: "TEXT", nullable: false),
                    Trained = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldBack = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<double>(type: "REAL", nullable: false),
                    After = table.Column<double>(type: "REAL", nullable: false),
                    IsLive = table.Column<bool>(type: "INTEGER", nullable: false)
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
