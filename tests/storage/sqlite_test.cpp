#include "storage/sqlite.hpp"

#include <doctest/doctest.h>

using namespace storage;

namespace {

Database with_table() {
    Database database = Database::in_memory();
    database.execute("CREATE TABLE t (a INTEGER, b REAL, c TEXT, d BLOB) STRICT");
    return database;
}

std::int64_t rows(Database& database) {
    return query_integer(database, "SELECT count(*) FROM t");
}

constexpr auto insert = "INSERT INTO t (a, b, c, d) VALUES (?, ?, ?, ?)";

}  // namespace

TEST_CASE("what is bound comes back as it was, byte for byte") {
    Database database = with_table();
    std::string const text("nul\0 inside, \xff not UTF-8", 24);
    std::vector<std::uint8_t> const bytes{0, 255, 0};
    Statement(database, insert).run(std::int64_t{1} << 62, 0.1, text, Blob(bytes));
    int seen = 0;
    Statement(database, "SELECT a, b, c, d FROM t ORDER BY a").each([&](Row const& row) {
        ++seen;
        CHECK(row.integer(0) == std::int64_t{1} << 62);
        CHECK(row.real(1) == 0.1);
        CHECK(row.text(2) == text);
        CHECK(row.blob(3) == bytes);
    });
    CHECK(seen == 1);
}

TEST_CASE("an empty optional is NULL, an empty text is not") {
    Database database = with_table();
    Statement(database, insert).run(std::nullopt, std::nullopt, std::string_view(), Blob());
    Statement(database, "SELECT a, b, c, d FROM t ORDER BY a").each([](Row const& row) {
        CHECK(row.is_null(0));
        CHECK(row.is_null(1));
        CHECK_FALSE(row.is_null(2));
        CHECK_FALSE(row.is_null(3));
    });
}

TEST_CASE("a statement can run again after it failed") {
    Database database = with_table();
    database.execute("CREATE UNIQUE INDEX one ON t (a)");
    Statement statement(database, insert);
    statement.run(1, 1.0, std::string("x"), Blob());
    CHECK_THROWS_AS(statement.run(1, 1.0, std::string("x"), Blob()), Error);
    statement.run(2, 1.0, std::string("x"), Blob());
    CHECK(rows(database) == 2);
}

TEST_CASE("an error names the code, SQLite's words and the statement") {
    Database database = with_table();
    database.execute("CREATE UNIQUE INDEX one ON t (a)");
    Statement statement(database, insert);
    statement.run(1, 1.0, std::string("x"), Blob());
    try {
        statement.run(1, 1.0, std::string("x"), Blob());
        FAIL("the second row must be refused");
    } catch (Error const& error) {
        CHECK(error.extended_code() == 2067);  // SQLITE_CONSTRAINT_UNIQUE
        CHECK(error.primary_code() == 19);
        CHECK(std::string(error.what()).find("UNIQUE") != std::string::npos);
        CHECK(std::string(error.what()).find("INSERT INTO t") != std::string::npos);
        CHECK_FALSE(error.damaged());
    }
    CHECK_THROWS_AS(Statement(database, "SELEKT 1"), Error);
}

TEST_CASE("a transaction that is not committed leaves nothing") {
    Database database = with_table();
    {
        Transaction transaction(database);
        Statement(database, insert).run(1, 1.0, std::string("x"), Blob());
    }
    CHECK(rows(database) == 0);
    {
        Transaction transaction(database);
        Statement(database, insert).run(1, 1.0, std::string("x"), Blob());
        transaction.commit();
    }
    CHECK(rows(database) == 1);
}

TEST_CASE("a callback that throws leaves the statement usable") {
    Database database = with_table();
    Statement(database, insert).run(1, 1.0, std::string("x"), Blob());
    Statement select(database, "SELECT a FROM t ORDER BY a");
    CHECK_THROWS_AS(select.each([](Row const&) { throw std::runtime_error("enough"); }),
                    std::runtime_error);
    int seen = 0;
    select.each([&](Row const&) { ++seen; });
    CHECK(seen == 1);
}

TEST_CASE("every connection is set up against careless and hostile files") {
    Database database = Database::in_memory();
    CHECK(query_integer(database, "PRAGMA foreign_keys") == 1);
    CHECK(query_integer(database, "PRAGMA trusted_schema") == 0);
    CHECK(query_integer(database, "PRAGMA cell_size_check") == 1);
    CHECK(query_integer(database, "PRAGMA synchronous") == 2);
    CHECK(query_integer(database, "PRAGMA busy_timeout") == 5000);
    CHECK_THROWS_AS(database.execute("SELECT load_extension('x')"), Error);
    // Defensive: the schema table cannot be written, not even when asked.
    database.execute("PRAGMA writable_schema = ON");
    CHECK_THROWS_AS(database.execute("DELETE FROM sqlite_schema"), Error);
}

TEST_CASE("a value of the largest medium fits, a larger one is refused") {
    Database database = with_table();
    std::vector<std::uint8_t> const medium(32U * 1024 * 1024, 7);
    Statement(database, insert).run(1, 1.0, std::string("x"), Blob(medium));
    CHECK(query_integer(database, "SELECT length(d) FROM t") == 32 * 1024 * 1024);
    std::vector<std::uint8_t> const larger(41U * 1024 * 1024, 7);
    CHECK_THROWS_AS(Statement(database, insert).run(2, 1.0, std::string("x"), Blob(larger)), Error);
}
