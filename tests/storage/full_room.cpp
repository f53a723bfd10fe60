#include "full_room.hpp"

namespace test {
namespace {

using namespace model;

base::Period month(char const* text) {
    return base::parse_period(text).value();
}

class Filler {
public:
    explicit Filler(std::string mark) : m_mark(std::move(mark)) {}

    Room room() const {
        Room room;
        room.info = info();
        fill_journeys(room);
        fill_voices(room);
        fill_measures(room);
        fill_programme(room);
        fill_blueprint(room);
        room.tours = {tour("T1", TourKind::Attract), empty_tour()};
        room.media = {{t("a.png"), {0, 1, 255, 0}}, {t("b.jpg"), {}}};
        return room;
    }

private:
    std::string t(std::string const& text) const { return text + m_mark; }

    RoomInfo info() const {
        return RoomInfo{.key = t("room"),
                        .title = t("Title"),
                        .company = t("Company"),
                        .language = t("en"),
                        .currency = t("EUR"),
                        .default_period = month("2026-09"),
                        .north_star = NorthStar{t("warm"), {t("r1"), t("r2")}, {t("e1")}},
                        .adjectives = {t("calm"), t("quick")},
                        .principles = {t("p")},
                        .commitments = {t("c1"), t("c2")},
                        .theme = {{t("ground"), t("#102030")}, {t("accent"), t("#fff")}}};
    }

    void fill_journeys(Room& room) const {
        room.journeys = {Journey{.key = t("J0"),
                                 .level = 0,
                                 .title = t("Life"),
                                 .parent = {},
                                 .parent_stage = {},
                                 .goal = t("goal"),
                                 .state = JourneyState::Future,
                                 .state_given = true},
                         // A child before the stage it hangs under, as files may have it.
                         Journey{.key = t("J2"),
                                 .level = 2,
                                 .title = t("Micro"),
                                 .parent = JourneyId(2),
                                 .parent_stage = StageId(1),
                                 .goal = t("small goal"),
                                 .state = JourneyState::Current,
                                 .state_given = false},
                         Journey{.key = t("J1"),
                                 .level = 1,
                                 .title = t("Stage"),
                                 .parent = JourneyId(0),
                                 .parent_stage = StageId(0),
                                 .goal = t("g"),
                                 .state = JourneyState::Current,
                                 .state_given = true}};
        room.stages = {Stage{.journey = JourneyId(0),
                             .key = t("S1"),
                             .order = 2.5,
                             .name = t("I look around"),
                             .inside_name = t("Marketing"),
                             .goal = t("find"),
                             .leader = t("Ada")},
                       Stage{.journey = JourneyId(2),
                             .key = t("S2"),
                             .order = -1,
                             .name = t("I buy"),
                             .inside_name = t("Sales"),
                             .goal = t("get"),
                             .leader = t("Bo")}};
        room.steps = {Step{.journey = JourneyId(0),
                           .stage = StageId(0),
                           .key = t("P1"),
                           .order = 0.1,
                           .action = t("ask"),
                           .thought = t("hm")}};
        room.touchpoints = {Touchpoint{.key = t("T1"),
                                       .title = t("Call"),
                                       .channels = {t("phone"), t("chat")},
                                       .department = t("Service"),
                                       .moment_of_truth = true,
                                       .touchpoint_class = TouchpointClass::Growth,
                                       .kano = Kano::Attractive,
                                       .why = t("why"),
                                       .description = t("text"),
                                       .media = {t("a.png"), t("b.jpg")}},
                            Touchpoint{.key = t("T2"),
                                       .title = t("Bill"),
                                       .channels = {},
                                       .department = t("Billing"),
                                       .moment_of_truth = std::nullopt,
                                       .touchpoint_class = TouchpointClass::None,
                                       .kano = Kano::None,
                                       .why = t(""),
                                       .description = t(""),
                                       .media = {}}};
        room.placements = {Placement{.touchpoint = TouchpointId(1),
                                     .journey = JourneyId(2),
                                     .stage = StageId(1),
                                     .order = 1e9 + 0.25,
                                     .step = StepId(0),
                                     .core_given = false},
                           Placement{.touchpoint = TouchpointId(0),
                                     .journey = JourneyId(0),
                                     .stage = StageId(0),
                                     .order = 3,
                                     .step = {},
                                     .core_given = std::nullopt}};
    }

    void fill_voices(Room& room) const {
        room.personas = {Persona{.key = t("P"),
                                 .name = t("Petra"),
                                 .age = 41.5,
                                 .summary = t("busy"),
                                 .needs_rational = {t("n1"), t("n2")},
                                 .needs_emotional = {t("m1")},
                                 .segment_share = 0.3,
                                 .portrait = t("a.png")},
                         Persona{.key = t("Q"),
                                 .name = t("Quin"),
                                 .age = std::nullopt,
                                 .summary = t(""),
                                 .needs_rational = {},
                                 .needs_emotional = {},
                                 .segment_share = std::nullopt,
                                 .portrait = t("")}};
        room.exposures = {Exposure{TouchpointId(0), 0.1, PersonaId(1), JourneyId(2)},
                          Exposure{TouchpointId(1), 1.0 / 3.0, {}, {}}};
        room.emotions = {Emotion{.touchpoint = TouchpointId(0),
                                 .value = -1.7,
                                 .persona = PersonaId(0),
                                 .n = 12,
                                 .assumed_given = true,
                                 .scale_min = 1,
                                 .scale_max = 7},
                         Emotion{.touchpoint = TouchpointId(1),
                                 .value = 2,
                                 .persona = {},
                                 .n = std::nullopt,
                                 .assumed_given = std::nullopt,
                                 .scale_min = std::nullopt,
                                 .scale_max = std::nullopt}};
        room.verbatims = {Verbatim{.touchpoint = TouchpointId(1),
                                   .text = t("never again"),
                                   .date = base::parse_date("2026-02-28"),
                                   .persona = PersonaId(1),
                                   .channel = t("phone"),
                                   .sentiment = -2,
                                   .adjectives = {t("slow"), t("rude")},
                                   .source = t("survey"),
                                   .invented = true,
                                   .consent = true},
                          Verbatim{.touchpoint = TouchpointId(0),
                                   .text = t(""),
                                   .date = std::nullopt,
                                   .persona = {},
                                   .channel = t(""),
                                   .sentiment = std::nullopt,
                                   .adjectives = {},
                                   .source = t(""),
                                   .invented = std::nullopt}};
    }

    void fill_measures(Room& room) const {
        room.promises = {Promise{.touchpoint = TouchpointId(1),
                                 .wording = t("within a day"),
                                 .target_percent = 97.5,
                                 .kind = PromiseKind::Complete,
                                 .materiality_pp = 0.5,
                                 .severity = 3}};
        room.sources = {Source{.key = t("crm"),
                               .name = t("CRM"),
                               .owner = t("Ops"),
                               .method = t("count"),
                               .cadence_days = 30,
                               .last_loaded = base::parse_date("2026-10-01")},
                        Source{.key = t("x"),
                               .name = t("X"),
                               .owner = t(""),
                               .method = t(""),
                               .cadence_days = std::nullopt,
                               .last_loaded = std::nullopt}};
        room.regions = {t("North"), t("South")};
        room.observation_channels = {t("web")};
        room.observations = {Observation{.touchpoint = TouchpointId(1),
                                         .period = month("2026-09"),
                                         .kept = 90,
                                         .due = 100,
                                         .unknown = 5,
                                         .persona = PersonaId(1),
                                         .region = RegionId(1),
                                         .channel = ChannelId(0),
                                         .source = SourceId(1)},
                             Observation{.touchpoint = TouchpointId(1),
                                         .period = month("2026-Q3"),
                                         .kept = 0,
                                         .due = 4'000'000'000'000,
                                         .unknown = -1,
                                         .persona = {},
                                         .region = {},
                                         .channel = {},
                                         .source = {}}};
        room.scores = {Score{.touchpoint = TouchpointId(0),
                             .subject = Subject::Rival,
                             .score = 7.3,
                             .sd = 1.1,
                             .n = 200,
                             .rival = t("Acme"),
                             .period = month("2026-Q1"),
                             .source = SourceId(0)},
                       Score{.touchpoint = TouchpointId(0),
                             .subject = Subject::Expected,
                             .score = 0,
                             .sd = std::nullopt,
                             .n = std::nullopt,
                             .rival = t(""),
                             .period = std::nullopt,
                             .source = {}}};
        room.guesses = {Guess{.question = t("How many?"),
                              .level = t("leader"),
                              .period = month("2026-08"),
                              .value = 0.9,
                              .journey = JourneyId(1)}};
        room.importance = {Importance{.touchpoint = TouchpointId(0),
                                      .weight_percent = 12.5,
                                      .method = t("shapley"),
                                      .n = 30}};
        room.answers = {AnswerCount{.touchpoint = TouchpointId(1),
                                    .period = month("2026-09"),
                                    .value = 4.5,
                                    .count = 17,
                                    .scale_min = 1,
                                    .scale_max = 5},
                        AnswerCount{.touchpoint = {},
                                    .period = std::nullopt,
                                    .value = 0,
                                    .count = 0,
                                    .scale_min = std::nullopt,
                                    .scale_max = std::nullopt}};
        room.case_outcomes = {CaseOutcome{
            .journey = JourneyId(1), .period = month("2026-09"), .clean = 3, .finished = 8}};
        room.baselines = {Baseline{.touchpoint = TouchpointId(1),
                                   .from = month("2026-04").first,
                                   .reason = "A second \"depot\""}};
        room.efforts = {
            Effort{.touchpoint = TouchpointId(1),
                   .measure = EffortMeasure::TimesAskedAgain,
                   .period = month("2026-09"),
                   .value = 2.25,
                   .n = 310,
                   .source = SourceId(0)},
            Effort{
                .touchpoint = TouchpointId(0), .period = month("2026-08"), .n = {}, .source = {}}};
    }

    void fill_programme(Room& room) const {
        AssetPeriod bare;
        bare.period = month("2026-02");
        room.asset_periods = {AssetPeriod{.period = month("2026-01"),
                                          .opening = 1,
                                          .gained = 2,
                                          .won_back = 3,
                                          .lost = 4,
                                          .closing = 5,
                                          .value_gained = 6.5,
                                          .value_won_back = 7.5,
                                          .value_lost = 8.5,
                                          .recommended = 9,
                                          .plan_up = 10,
                                          .plan_down = -11},
                              bare};
        room.loss_reasons = {LossReason{.period = month("2026-01"),
                                        .reason = t("price"),
                                        .count = 17,
                                        .stage = StageId(0),
                                        .value = 99.5}};
        Initiative bare_initiative;
        bare_initiative.code = t("I2");
        room.initiatives = {Initiative{.code = t("I1"),
                                       .name = t("Callback"),
                                       .horizon = Horizon::Mid,
                                       .domain = t("voice"),
                                       .state = t("running"),
                                       .priority = t("high"),
                                       .needs = {t("I2"), t("I3")},
                                       .touchpoints = {TouchpointId(1), TouchpointId(0)},
                                       .owner = t("Ada"),
                                       .customer_benefit = 1,
                                       .reach = 2,
                                       .fit = 3,
                                       .cost = 4,
                                       .effort = 5,
                                       .risk = 6,
                                       .initiative_class = InitiativeClass::QuickWin},
                            bare_initiative};
    }

    void fill_blueprint(Room& room) const {
        room.components = {
            Component{t("C1"), t("Billing"), ComponentKind::Tool, t("IT")},
            Component{t("C2"), t("Crew"), ComponentKind::People, t("HR")},
        };
        room.blueprint_nodes = {BlueprintNode{.key = t("N1"),
                                              .journey = JourneyId(2),
                                              .step = StepId(0),
                                              .lane = BlueprintLane::Employee,
                                              .text = t("looks up"),
                                              .touchpoint = TouchpointId(0),
                                              .team = t("Desk"),
                                              .component = ComponentId(1),
                                              .fail_point = true,
                                              .wait_minutes = 12.5},
                                BlueprintNode{.key = t("N2"),
                                              .journey = JourneyId(0),
                                              .step = {},
                                              .lane = BlueprintLane::Evidence,
                                              .text = t(""),
                                              .touchpoint = {},
                                              .team = t(""),
                                              .component = {},
                                              .fail_point = std::nullopt,
                                              .wait_minutes = std::nullopt}};
        room.blueprint_links = {
            BlueprintLink{BlueprintNodeId(0), BlueprintNodeId(1), LinkKind::FailsInto},
            BlueprintLink{BlueprintNodeId(1), BlueprintNodeId(0), LinkKind::None}};
    }

    Tour tour(std::string const& key, TourKind kind) const {
        Stop const asked{.view = t("home"),
                         .overlay = t("reliability"),
                         .persona = t("P"),
                         .backstage = false,
                         .minutes = 2.5,
                         .title = t("Stop"),
                         .say = t("say"),
                         .what = t("what"),
                         .so_what = t("so"),
                         .now_what = t("now"),
                         .ask = Ask{.kind = t("guess"),
                                    .question = t("How many?"),
                                    .unit = t("%"),
                                    .more = {{t("min"), t("0")}, {t("max"), t("[1,2]")}}}};
        Stop plain;
        plain.view = t("home");
        return Tour{.key = t(key),
                    .title = t("Walk"),
                    .kind = kind,
                    .persona = t("P"),
                    .stops = {asked, plain}};
    }

    Tour empty_tour() const {
        Tour empty;
        empty.key = t("T2");
        return empty;
    }

    std::string m_mark;
};

}  // namespace

Room full_room(std::string const& mark) {
    return Filler(mark).room();
}

Room smallest_room() {
    Room room;
    room.info.key = "small";
    room.info.title = "Small";
    room.journeys.emplace_back().key = "J";
    return room;
}

Room room_with_observations(std::size_t count) {
    Room room = full_room();
    room.observations.clear();
    base::Period const first = month("2001-01");
    for (std::size_t i = 0; i < count; ++i) {
        auto const kept = static_cast<std::int64_t>(i % 97);
        Observation row;
        row.touchpoint = TouchpointId(i % 2);
        row.period = base::month_after(first, static_cast<int>(i % 300));
        row.kept = kept;
        row.due = kept + 3;
        if (i % 3 != 0) row.region = RegionId(i % 2);
        room.observations.push_back(row);
    }
    return room;
}

}  // namespace test
