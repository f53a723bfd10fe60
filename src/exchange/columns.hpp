// The columns of each file of a pack, in the order in which export writes them.
// Must not know what a column means. Used by the pack readers (which number them with an enum) and
// writers.
#pragma once

#include <array>

#include "exchange/table.hpp"

namespace exchange::columns {

inline constexpr std::array<ColumnSpec, 7> journeys = {{{"key", Required::Cell},
                                                        {"level", Required::Cell},
                                                        {"title", Required::Cell},
                                                        {"parent_journey"},
                                                        {"parent_stage"},
                                                        {"goal"},
                                                        {"state"}}};

inline constexpr std::array<ColumnSpec, 7> stages = {{{"journey", Required::Cell},
                                                      {"key", Required::Cell},
                                                      {"order", Required::Cell},
                                                      {"name", Required::Cell},
                                                      {"inside_name"},
                                                      {"goal"},
                                                      {"leader"}}};

inline constexpr std::array<ColumnSpec, 6> steps = {{{"journey", Required::Cell},
                                                     {"stage", Required::Cell},
                                                     {"key", Required::Cell},
                                                     {"order", Required::Cell},
                                                     {"action", Required::Cell},
                                                     {"thought"}}};

inline constexpr std::array<ColumnSpec, 11> touchpoints = {{{"key", Required::Cell},
                                                            {"title", Required::Cell},
                                                            {"channel"},
                                                            {"department"},
                                                            {"moment_of_truth"},
                                                            {"class"},
                                                            {"kano"},
                                                            {"why"},
                                                            {"description"},
                                                            {"media"},
                                                            {"media_consent"}}};

inline constexpr std::array<ColumnSpec, 6> placements = {{{"touchpoint", Required::Cell},
                                                          {"journey", Required::Cell},
                                                          {"stage", Required::Cell},
                                                          {"order", Required::Cell},
                                                          {"step"},
                                                          {"core"}}};

inline constexpr std::array<ColumnSpec, 8> personas = {{{"key", Required::Cell},
                                                        {"name", Required::Cell},
                                                        {"age"},
                                                        {"summary"},
                                                        {"needs_rational"},
                                                        {"needs_emotional"},
                                                        {"segment_share"},
                                                        {"portrait"}}};

inline constexpr std::array<ColumnSpec, 4> exposures = {
    {{"touchpoint", Required::Cell}, {"share", Required::Cell}, {"persona"}, {"journey"}}};

inline constexpr std::array<ColumnSpec, 6> promises = {{{"touchpoint", Required::Cell},
                                                        {"wording", Required::Cell},
                                                        {"target_percent", Required::Cell},
                                                        {"kind"},
                                                        {"materiality_pp"},
                                                        {"severity"}}};

inline constexpr std::array<ColumnSpec, 6> sources = {{{"key", Required::Cell},
                                                       {"name", Required::Cell},
                                                       {"owner"},
                                                       {"method"},
                                                       {"cadence_days"},
                                                       {"last_loaded"}}};

inline constexpr std::array<ColumnSpec, 9> observations = {{{"touchpoint", Required::Cell},
                                                            {"period", Required::Cell},
                                                            {"kept", Required::Cell},
                                                            {"due", Required::Cell},
                                                            {"unknown"},
                                                            {"persona"},
                                                            {"region"},
                                                            {"channel"},
                                                            {"source"}}};

inline constexpr std::array<ColumnSpec, 8> scores = {{{"touchpoint", Required::Cell},
                                                      {"subject", Required::Cell},
                                                      {"score", Required::Cell},
                                                      {"sd"},
                                                      {"n"},
                                                      {"rival"},
                                                      {"period"},
                                                      {"source"}}};

inline constexpr std::array<ColumnSpec, 5> guesses = {{{"question", Required::Cell},
                                                       {"level", Required::Cell},
                                                       {"period", Required::Cell},
                                                       {"value", Required::Cell},
                                                       {"journey"}}};

inline constexpr std::array<ColumnSpec, 4> importance = {
    {{"touchpoint", Required::Cell}, {"weight_percent", Required::Cell}, {"method"}, {"n"}}};

inline constexpr std::array<ColumnSpec, 6> answers = {{{"value", Required::Cell},
                                                       {"count", Required::Cell},
                                                       {"touchpoint"},
                                                       {"period"},
                                                       {"scale_min"},
                                                       {"scale_max"}}};

inline constexpr std::array<ColumnSpec, 3> baselines = {
    {{"touchpoint", Required::Cell}, {"from", Required::Cell}, {"reason", Required::Cell}}};

inline constexpr std::array<ColumnSpec, 6> efforts = {{{"touchpoint", Required::Cell},
                                                       {"measure", Required::Cell},
                                                       {"period", Required::Cell},
                                                       {"value", Required::Cell},
                                                       {"n"},
                                                       {"source"}}};

inline constexpr std::array<ColumnSpec, 4> case_outcomes = {{{"journey", Required::Cell},
                                                             {"period", Required::Cell},
                                                             {"clean", Required::Cell},
                                                             {"finished", Required::Cell}}};

inline constexpr std::array<ColumnSpec, 7> emotions = {{{"touchpoint", Required::Cell},
                                                        {"value", Required::Cell},
                                                        {"persona"},
                                                        {"n"},
                                                        {"assumed"},
                                                        {"scale_min"},
                                                        {"scale_max"}}};

inline constexpr std::array<ColumnSpec, 10> verbatims = {{{"touchpoint", Required::Cell},
                                                          {"text", Required::Cell},
                                                          {"date"},
                                                          {"persona"},
                                                          {"channel"},
                                                          {"sentiment"},
                                                          {"adjectives"},
                                                          {"source"},
                                                          {"invented"},
                                                          {"consent"}}};

inline constexpr std::array<ColumnSpec, 10> blueprint_nodes = {{{"key", Required::Cell},
                                                                {"journey", Required::Cell},
                                                                {"step", Required::Cell},
                                                                {"lane", Required::Cell},
                                                                {"text", Required::Cell},
                                                                {"touchpoint"},
                                                                {"team"},
                                                                {"component"},
                                                                {"fail_point"},
                                                                {"wait_minutes"}}};

inline constexpr std::array<ColumnSpec, 3> blueprint_links = {
    {{"from", Required::Cell}, {"to", Required::Cell}, {"kind"}}};

inline constexpr std::array<ColumnSpec, 4> components = {
    {{"key", Required::Cell}, {"name", Required::Cell}, {"kind", Required::Cell}, {"owner"}}};

inline constexpr std::array<ColumnSpec, 12> asset_periods = {{{"period", Required::Cell},
                                                              {"opening", Required::Column},
                                                              {"gained", Required::Column},
                                                              {"won_back", Required::Column},
                                                              {"lost", Required::Column},
                                                              {"closing", Required::Column},
                                                              {"value_gained"},
                                                              {"value_won_back"},
                                                              {"value_lost"},
                                                              {"recommended"},
                                                              {"plan_up"},
                                                              {"plan_down"}}};

inline constexpr std::array<ColumnSpec, 5> loss_reasons = {{{"period", Required::Cell},
                                                            {"reason", Required::Cell},
                                                            {"count", Required::Cell},
                                                            {"stage"},
                                                            {"value"}}};

inline constexpr std::array<ColumnSpec, 16> initiatives = {{{"code", Required::Cell},
                                                            {"name", Required::Cell},
                                                            {"horizon"},
                                                            {"domain"},
                                                            {"state"},
                                                            {"priority"},
                                                            {"needs"},
                                                            {"touchpoints"},
                                                            {"owner"},
                                                            {"customer_benefit"},
                                                            {"reach"},
                                                            {"fit"},
                                                            {"cost"},
                                                            {"effort"},
                                                            {"risk"},
                                                            {"class"}}};

}  // namespace exchange::columns
