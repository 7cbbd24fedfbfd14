using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MedtechBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FirstTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    AskerId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Channel = table.Column<string>(type: "text", maxLength: 32, nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "text", maxLength: 16, nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "desk_links",
                columns: table => new
                {
                    TokenHash = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    UsedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_links", x => x.TokenHash);
                });

            migrationBuilder.CreateTable(
                name: "ticket_counters",
                columns: table => new
                {
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ticket_counters", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "activities",
                columns: table => new
                {
                    ConversationId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ActivityId = table.Column<string>(type: "text", maxLength: 80, nullable: false, collation: "C"),
                    DeliveryKey = table.Column<string>(type: "text", maxLength: 200, nullable: true, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "text", maxLength: 16, nullable: false, collation: "C"),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_activities", x => new { x.ConversationId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_activities_conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tickets",
                columns: table => new
                {
                    Number = table.Column<string>(type: "text", maxLength: 24, nullable: false, collation: "C"),
                    ConversationId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    SubmissionId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Headline = table.Column<string>(type: "text", maxLength: 200, nullable: false, collation: "C"),
                    OpenedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "text", maxLength: 16, nullable: false, collation: "C"),
                    Holder = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tickets", x => x.Number);
                    table.ForeignKey(
                        name: "FK_tickets_conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "turns",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    ConversationId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Question = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Understood = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PassageIds = table.Column<List<string>>(type: "text[]", nullable: false),
                    Outcome = table.Column<string>(type: "text", maxLength: 16, nullable: false, collation: "C"),
                    AnswerText = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_turns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_turns_conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "uploads",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    ConversationId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", maxLength: 200, nullable: false, collation: "C"),
                    ContentType = table.Column<string>(type: "text", maxLength: 100, nullable: false, collation: "C"),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uploads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_uploads_conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ticket_events",
                columns: table => new
                {
                    Number = table.Column<string>(type: "text", maxLength: 24, nullable: false, collation: "C"),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ticket_events", x => new { x.Number, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ticket_events_tickets_Number",
                        column: x => x.Number,
                        principalTable: "tickets",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback",
                columns: table => new
                {
                    TurnId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Reaction = table.Column<string>(type: "text", maxLength: 8, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback", x => x.TurnId);
                    table.ForeignKey(
                        name: "FK_feedback_turns_TurnId",
                        column: x => x.TurnId,
                        principalTable: "turns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pending_replies",
                columns: table => new
                {
                    Number = table.Column<string>(type: "text", maxLength: 24, nullable: false, collation: "C"),
                    EventSequence = table.Column<int>(type: "integer", nullable: false),
                    ReplyId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    WrittenAt = table.Column<long>(type: "bigint", nullable: false),
                    DeliveredAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pending_replies", x => new { x.Number, x.EventSequence });
                    table.ForeignKey(
                        name: "FK_pending_replies_ticket_events_Number_EventSequence",
                        columns: x => new { x.Number, x.EventSequence },
                        principalTable: "ticket_events",
                        principalColumns: new[] { "Number", "Sequence" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_activities_ConversationId_DeliveryKey",
                table: "activities",
                columns: new[] { "ConversationId", "DeliveryKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversations_AskerId_CreatedAt",
                table: "conversations",
                columns: new[] { "AskerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_pending_replies_DeliveredAt",
                table: "pending_replies",
                column: "DeliveredAt");

            migrationBuilder.CreateIndex(
                name: "IX_tickets_ConversationId_SubmissionId",
                table: "tickets",
                columns: new[] { "ConversationId", "SubmissionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tickets_Status_ChangedAt",
                table: "tickets",
                columns: new[] { "Status", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_turns_ConversationId_Sequence",
                table: "turns",
                columns: new[] { "ConversationId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_uploads_ConversationId",
                table: "uploads",
                column: "ConversationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "activities");

            migrationBuilder.DropTable(
                name: "desk_links");

            migrationBuilder.DropTable(
                name: "feedback");

            migrationBuilder.DropTable(
                name: "pending_replies");

            migrationBuilder.DropTable(
                name: "ticket_counters");

            migrationBuilder.DropTable(
                name: "uploads");

            migrationBuilder.DropTable(
                name: "turns");

            migrationBuilder.DropTable(
                name: "ticket_events");

            migrationBuilder.DropTable(
                name: "tickets");

            migrationBuilder.DropTable(
                name: "conversations");
        }
    }
}
