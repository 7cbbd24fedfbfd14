using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MedtechBot.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Outbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Target = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LeaseHolder = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    MayHaveArrived = table.Column<bool>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    GivenUpAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastFailure = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_DoneAt",
                table: "outbox",
                column: "DoneAt");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_Kind_Key",
                table: "outbox",
                columns: new[] { "Kind", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_Kind_Target_Position",
                table: "outbox",
                columns: new[] { "Kind", "Target", "Position" },
                filter: "\"DoneAt\" IS NULL AND \"GivenUpAt\" IS NULL");

            migrationBuilder.Sql(MovedReplies.Sqlite);

            migrationBuilder.DropTable(
                name: "pending_replies");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.CreateTable(
                name: "pending_replies",
                columns: table => new
                {
                    Number = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    EventSequence = table.Column<int>(type: "INTEGER", nullable: false),
                    DeliveredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReplyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "IX_pending_replies_DeliveredAt",
                table: "pending_replies",
                column: "DeliveredAt");
        }
    }
}
