// One load and one save function for each part of the room. A save function runs inside the
// caller's transaction, into emptied tables; a load function reads what save wrote, in the same
// order. Must not know files. Used by room_store and edit_store.
#pragma once

#include "model/room.hpp"
#include "storage/sqlite.hpp"

namespace storage {

model::Room load_content(Database& database);

void save_info(Database& database, model::RoomInfo const& info);
model::RoomInfo load_info(Database& database);

void save_journeys(Database& database, model::Room const& room);
std::vector<model::Journey> load_journeys(Database& database);
std::vector<model::Stage> load_stages(Database& database);
std::vector<model::Step> load_steps(Database& database);
std::vector<model::Touchpoint> load_touchpoints(Database& database);
std::vector<model::Placement> load_placements(Database& database);

void save_voices(Database& database, model::Room const& room);
std::vector<model::Persona> load_personas(Database& database);
std::vector<model::Exposure> load_exposures(Database& database);
std::vector<model::Emotion> load_emotions(Database& database);
std::vector<model::Verbatim> load_verbatims(Database& database);

void save_measures(Database& database, model::Room const& room);
std::vector<model::Promise> load_promises(Database& database);
std::vector<model::Source> load_sources(Database& database);
std::vector<std::string> load_regions(Database& database);
std::vector<std::string> load_observation_channels(Database& database);
std::vector<model::Observation> load_observations(Database& database);
std::vector<model::Score> load_scores(Database& database);
std::vector<model::Guess> load_guesses(Database& database);
std::vector<model::Importance> load_importance(Database& database);
std::vector<model::AnswerCount> load_answers(Database& database);
std::vector<model::CaseOutcome> load_case_outcomes(Database& database);
// What people were asked.
struct Opinions {
    std::vector<model::Score> scores;
    std::vector<model::Guess> guesses;
    std::vector<model::Importance> importance;
    std::vector<model::AnswerCount> answers;
};
void save_opinions(Database& database, Opinions const& opinions);
// Throws StoreRefused when what rows refer to is no longer what it was in `outline`.
void require_unchanged(Database& database, model::Room const& outline);
void save_case_outcomes(Database& database, std::vector<model::CaseOutcome> const& outcomes);
std::vector<model::Baseline> load_baselines(Database& database);
std::vector<model::Effort> load_efforts(Database& database);
// Puts an accepted level in the place of the touchpoint's last one.
inline constexpr auto insert_baseline =
    "INSERT OR REPLACE INTO baselines (touchpoint, first_day, reason) VALUES (?, ?, ?)";

void save_programme(Database& database, model::Room const& room);
std::vector<model::AssetPeriod> load_asset_periods(Database& database);
std::vector<model::LossReason> load_loss_reasons(Database& database);
std::vector<model::Initiative> load_initiatives(Database& database);

void save_blueprint(Database& database, model::Room const& room);
// Nodes and links alone, into emptied tables.
void save_blueprint_rows(Database& database, model::Room const& room);
// The position of a saved row: between two of them there is room for those that edits bring.
constexpr std::int64_t blueprint_gap = 1024;
constexpr std::int64_t blueprint_position(std::size_t place) {
    return static_cast<std::int64_t>(place) * blueprint_gap;
}
std::vector<model::Component> load_components(Database& database);
std::vector<model::BlueprintNode> load_blueprint_nodes(Database& database);
std::vector<model::BlueprintLink> load_blueprint_links(Database& database);

void save_tours(Database& database, std::vector<model::Tour> const& tours);
std::vector<model::Tour> load_tours(Database& database);

void save_media(Database& database, std::vector<model::MediaFile> const& media);
std::vector<model::MediaFile> load_media(Database& database);

}  // namespace storage
