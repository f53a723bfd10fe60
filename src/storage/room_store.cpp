#include "storage/room_store.hpp"

#include <sqlite3.h>
#include <system_error>

#include "base/catalogue.hpp"
#include "storage/edit_log.hpp"
#include "storage/open_store.hpp"
#include "storage/room_tables.hpp"

namespace storage {
namespace {

void replace_all(Database& database, model::Room const& room,
                 std::function<void()> const& may_stop) {
    for (char const* sql : content_deletes()) {
        database.execute(sql);
        may_stop();
    }
    save_info(database, room.info);
    save_journeys(database, room);
    may_stop();
    save_voices(database, room);
    may_stop();
    save_measures(database, room);
    may_stop();
    save_programme(database, room);
    save_blueprint(database, room);
    may_stop();
    save_tours(database, room.tours);
    save_media(database, room.media);
}

std::string count_of(std::int64_t count, std::string const& thing) {
    return base::grouped(count) + " " + thing + (count == 1 ? "" : "s");
}

}  // namespace

model::Room load_content(Database& database) {
    model::Room room;
    room.info = load_info(database);
    room.journeys = load_journeys(database);
    room.stages = load_stages(database);
    room.steps = load_steps(database);
    room.touchpoints = load_touchpoints(database);
    room.placements = load_placements(database);
    room.personas = load_personas(database);
    room.exposures = load_exposures(database);
    room.promises = load_promises(database);
    room.sources = load_sources(database);
    room.regions = load_regions(database);
    room.observation_channels = load_observation_channels(database);
    room.observations = load_observations(database);
    room.scores = load_scores(database);
    room.guesses = load_guesses(database);
    room.importance = load_importance(database);
    room.answers = load_answers(database);
    room.case_outcomes = load_case_outcomes(database);
    room.baselines = load_baselines(database);
    room.efforts = load_efforts(database);
    room.emotions = load_emotions(database);
    room.verbatims = load_verbatims(database);
    room.components = load_components(database);
    room.blueprint_nodes = load_blueprint_nodes(database);
    room.blueprint_links = load_blueprint_links(database);
    room.asset_periods = load_asset_periods(database);
    room.loss_reasons = load_loss_reasons(database);
    room.initiatives = load_initiatives(database);
    room.tours = load_tours(database);
    room.media = load_media(database);
    return room;
}

model::Room load_room(std::filesystem::path const& file, Patience patience) {
    model::Room room;
    read_store(
        file, all_migrations(), [&](Database& database) { room = load_content(database); },
        patience);
    return room;
}

void save_room(std::filesystem::path const& file, model::Room const& room,
               std::optional<std::int64_t> at_ms, std::function<void()> const& may_stop) {
    may_stop();
    write_store(file, all_migrations(), [&](Database& database) {
        replace_all(database, room, may_stop);
        add_import(database, at_ms);
        may_stop();
    });
}

void change_room(std::filesystem::path const& file,
                 std::function<model::Room(model::Room const& held)> const& make,
                 std::optional<std::int64_t> at_ms, std::function<void()> const& may_stop) {
    may_stop();
    write_store(file, all_migrations(), [&](Database& database) {
        replace_all(database, make(load_content(database)), may_stop);
        add_import(database, at_ms);
        may_stop();
    });
}

bool is_disk_full(std::exception const& error) {
    auto const* const from_sqlite = dynamic_cast<Error const*>(&error);
    return from_sqlite != nullptr && from_sqlite->primary_code() == SQLITE_FULL;
}

std::string words_of(std::exception const& error) {
    auto const* const from_sqlite = dynamic_cast<Error const*>(&error);
    return from_sqlite == nullptr ? error.what() : from_sqlite->reason() + ".";
}

bool room_exists(std::filesystem::path const& file) {
    std::error_code ignored;
    return std::filesystem::exists(file, ignored);
}

std::string describe_health(std::filesystem::path const& file) {
    std::string sentence;
    try {
        read_store(file, all_migrations(), [&](Database& database) {
            std::int64_t const version = schema_version(database);
            std::int64_t const touchpoints =
                query_integer(database, "SELECT count(*) FROM touchpoints");
            std::int64_t const observations =
                query_integer(database, "SELECT count(*) FROM observations");
            sentence = file.string() + " is healthy: format " + std::to_string(version) + ", " +
                       count_of(touchpoints, "touchpoint") + ", " +
                       count_of(observations, "observation") + ".";
        });
    } catch (StoreRefused const& refused) {
        return refused.what();
    }
    return sentence;
}

}  // namespace storage
