using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MedtechBot.Storage.Migrations.Postgres
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
                    Id = table.Column<string>(type: "text", maxLength: 32, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", maxLength: 16, nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    Target = table.Column<string>(type: "text", maxLength: 500, nullable: false, collation: "C"),
                    Payload = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    NotBefore = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    LeaseHolder = table.Column<string>(type: "text", maxLength: 120, nullable: true, collation: "C"),
                    LeaseUntil = table.Column<long>(type: "bigint", nullable: true),
                    MayHaveArrived = table.Column<bool>(type: "boolean", nullable: false),
                    DoneAt = table.Column<long>(type: "bigint", nullable: true),
                    GivenUpAt = table.Column<long>(type: "bigint", nullable: true),
                    LastFailure = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C")
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

            migrationBuilder.Sql(MovedReplies.Postgres);

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
                    Number = table.Column<string>(type: "text", maxLength: 24, nullable: false, collation: "C"),
                    EventSequence = table.Column<int>(type: "integer", nullable: false),
                    DeliveredAt = table.Column<long>(type: "bigint", nullable: true),
                    ReplyId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    WrittenAt = table.Column<long>(type: "bigint", nullable: false)
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
