using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MedtechBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TicketLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_tickets_ChangedAt",
                table: "tickets",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_tickets_ClosedAt_OpenedAt_Number",
                table: "tickets",
                columns: new[] { "ClosedAt", "OpenedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_OpenedAt_Number",
                table: "tickets",
                columns: new[] { "OpenedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_Region_OpenedAt_Number",
                table: "tickets",
                columns: new[] { "Region", "OpenedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_Topic_OpenedAt_Number",
                table: "tickets",
                columns: new[] { "Topic", "OpenedAt", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_tickets_ChangedAt",
                table: "tickets");

            migrationBuilder.DropIndex(
                name: "IX_tickets_ClosedAt_OpenedAt_Number",
                table: "tickets");

            migrationBuilder.DropIndex(
                name: "IX_tickets_OpenedAt_Number",
                table: "tickets");

            migrationBuilder.DropIndex(
                name: "IX_tickets_Region_OpenedAt_Number",
                table: "tickets");

            migrationBuilder.DropIndex(
                name: "IX_tickets_Topic_OpenedAt_Number",
                table: "tickets");
        }
    }
}
