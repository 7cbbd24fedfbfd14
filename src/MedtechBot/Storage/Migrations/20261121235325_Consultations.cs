using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MedtechBot.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Consultations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AskerWroteAt",
                table: "tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedAt",
                table: "tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Desk",
                table: "tickets",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DueAt",
                table: "tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FirstReplyAt",
                table: "tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsConfidential",
                table: "tickets",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "tickets",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Region",
                table: "tickets",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic",
                table: "tickets",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Urgency",
                table: "tickets",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            // Lists ask for these now; what tickets of before were told is taken from when they last changed.
            migrationBuilder.Sql("UPDATE tickets SET \"ClosedAt\" = \"ChangedAt\", \"Outcome\" = 'Answered' WHERE \"Status\" = 'Completed'");
            migrationBuilder.Sql("UPDATE tickets SET \"FirstReplyAt\" = \"ChangedAt\" WHERE \"Status\" IN ('Answered', 'Completed')");

            migrationBuilder.CreateTable(
                name: "ticket_shares",
                columns: table => new
                {
                    Number = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ticket_shares", x => new { x.Number, x.Person });
                    table.ForeignKey(
                        name: "FK_ticket_shares_tickets_Number",
                        column: x => x.Number,
                        principalTable: "tickets",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_DueAt",
                table: "tickets",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_ticket_shares_Person",
                table: "ticket_shares",
                column: "Person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ticket_shares");

            migrationBuilder.DropIndex(
                name: "IX_tickets_DueAt",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "AskerWroteAt",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "Desk",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "FirstReplyAt",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "IsConfidential",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "Region",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "Topic",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "Urgency",
                table: "tickets");
        }
    }
}
