using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MedtechBot.Storage.Migrations
{
    /// <inheritdoc />
    public partial class AskerLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "link_revocations",
                columns: table => new
                {
                    Number = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Before = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_link_revocations", x => x.Number);
                    table.ForeignKey(
                        name: "FK_link_revocations_tickets_Number",
                        column: x => x.Number,
                        principalTable: "tickets",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "link_revocations");
        }
    }
}
