using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MedtechBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DeskNews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "MailIsOff",
                table: "people",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Ticket",
                table: "outbox",
                type: "text",
                maxLength: 24,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_Ticket",
                table: "outbox",
                column: "Ticket",
                filter: "\"DoneAt\" IS NULL AND \"Ticket\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_Ticket",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "MailIsOff",
                table: "people");

            migrationBuilder.DropColumn(
                name: "Ticket",
                table: "outbox");
        }
    }
}
