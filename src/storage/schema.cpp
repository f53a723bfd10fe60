#include "storage/schema.hpp"

#include <array>
#include <map>

#include "storage/schema_v1.hpp"
#include "storage/schema_v2.hpp"
#include "storage/schema_v3.hpp"
#include "storage/schema_v4.hpp"

namespace storage {
namespace {

constexpr char const* select_objects =
    "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    " ORDER BY name";

std::map<std::string, std::string> objects_of(Database& database) {
    std::map<std::string, std::string> objects;
    Statement(database, select_objects).each([&](Row const& row) {
        objects.emplace(row.text(0) + " " + row.text(1), row.text(2));
    });
    return objects;
}

// PRAGMA takes no bound parameter; the number is ours.
std::string set_version(std::int64_t version) {
    return "PRAGMA user_version = " + std::to_string(version);
}

}  // namespace

std::span<Migration const> all_migrations() {
    static std::array<Migration, 4> const migrations{
        Migration{1, std::string(schema_v1)}, Migration{2, std::string(schema_v2)},
        Migration{3, std::string(schema_v3)}, Migration{4, std::string(schema_v4)}};
    return migrations;
}

std::int64_t newest_version(std::span<Migration const> migrations) {
    return migrations.back().version;
}

std::int64_t schema_version(Database& database) {
    return query_integer(database, "PRAGMA user_version");
}

void apply_migrations(Database& database, std::span<Migration const> migrations) {
    for (Migration const& migration : migrations) {
        if (migration.version <= schema_version(database)) continue;
        Transaction transaction(database);
        database.execute(migration.sql);
        database.execute("PRAGMA application_id = " + std::to_string(application_id));
        database.execute(set_version(migration.version));
        transaction.commit();
    }
}

std::string schema_problem(Database& database, std::span<Migration const> migrations) {
    Database expected = Database::in_memory();
    apply_migrations(expected, migrations);
    auto const wanted = objects_of(expected);
    auto const found = objects_of(database);
    for (auto const& [name, sql] : wanted) {
        auto const place = found.find(name);
        if (place == found.end()) return name + " is missing";
        if (place->second != sql) return name + " is not as the program makes it";
    }
    for (auto const& [name, sql] : found) {
        if (name.starts_with("trigger ") || name.starts_with("view ")) {
            return name + " does not belong there";
        }
    }
    return {};
}

std::span<char const* const> content_deletes() {
    static std::vector<char const*> const deletes = [] {
        std::vector<char const*> all(std::begin(deletes_v4), std::end(deletes_v4));
        all.insert(all.end(), std::begin(deletes_v2), std::end(deletes_v2));
        all.insert(all.end(), std::begin(deletes_v1), std::end(deletes_v1));
        return all;
    }();
    return deletes;
}

}  // namespace storage
