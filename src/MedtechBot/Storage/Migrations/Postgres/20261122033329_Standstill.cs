using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MedtechBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Standstill : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "LookAt",
                table: "tickets",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Place",
                table: "tickets",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "StaleAt",
                table: "tickets",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WaitingSince",
                table: "tickets",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_tickets_ClosedAt_Place_OpenedAt_Number",
                table: "tickets",
                columns: new[] { "ClosedAt", "Place", "OpenedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_LookAt",
                table: "tickets",
                column: "LookAt",
                filter: "\"ClosedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_tickets_ClosedAt_Place_OpenedAt_Number",
                table: "tickets");

            migrationBuilder.DropIndex(
                name: "IX_tickets_LookAt",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "LookAt",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "StaleAt",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "WaitingSince",
                table: "tickets");
        }
    }
}
