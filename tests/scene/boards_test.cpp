// The geometry of the boards: where marks, titles, marbles and rows stand, for any figures.
#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <map>
#include <random>

#include "scene/asset_bowl.hpp"
#include "scene/board_lists.hpp"
#include "scene/board_losses.hpp"
#include "scene/board_places.hpp"
#include "support/fake_measure.hpp"
#include "support/room_builder.hpp"

using namespace scene;
using metrics::Position;
using metrics::PromiseState;
using metrics::TouchpointFigures;

namespace {

constexpr ScreenRect area{60, 140, 1780, 780};

// A room of touchpoints with figures that the test sets itself.
struct GridRoom {
    model::Room room;
    layout::MapLayout layout;
    metrics::FigureIndex index;
    metrics::RoomFigures figures;
    View view;
    Theme theme = paper_theme();
    Physical physical;
    base::Catalogue catalogue;
    test::FakeMeasure measure;

    GridRoom() = default;
    explicit GridRoom(std::vector<std::pair<std::string, TouchpointFigures>> const& rows) {
        for (auto const& [key, f] : rows)
            add(key, f);
    }

    void add(std::string const& key, TouchpointFigures const& f) {
        model::Touchpoint touchpoint;
        touchpoint.key = key;
        touchpoint.title = "Touchpoint " + key;
        room.touchpoints.push_back(touchpoint);
        figures.touchpoints.push_back(f);
    }
    ChromeInput input() {
        return {room, layout, index, figures, view, theme, physical, catalogue, measure};
    }
    GridPlaces places(Board board) { return grid_places(input(), board, area, 1); }
};

struct Draw {
    std::mt19937_64 bits;
    double between(double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(bits);
    }
    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(bits); }
};

TouchpointFigures random_figures(Draw& draw) {
    TouchpointFigures f;
    f.has_promise = true;
    f.importance = draw.between(0, 0.08);
    f.relative_gap = draw.between(-20, 40);
    f.position = static_cast<Position>(draw.below(3));
    if (*f.position != Position::Parity)
        f.relative_gap = std::abs(*f.relative_gap) * (*f.position == Position::Lead ? 1 : -1);
    f.state = static_cast<PromiseState>(draw.below(6));
    f.target = 0.9;
    f.reliability = f.state == PromiseState::Kept     ? draw.between(0.91, 1)
                    : f.state == PromiseState::Broken ? draw.between(0.3, 0.88)
                                                      : 0.9;
    f.broken_promises = draw.below(50);
    return f;
}

std::vector<std::pair<std::string, TouchpointFigures>> random_rows(Draw& draw, int count) {
    std::vector<std::pair<std::string, TouchpointFigures>> rows;
    for (int i = 0; i < count; ++i)
        rows.emplace_back("K" + std::to_string(i), random_figures(draw));
    return rows;
}

bool lies_in(ScreenRect const& rect, ScreenRect const& room) {
    constexpr double slack = 1e-6;
    return rect.x >= room.x - slack && rect.y >= room.y - slack &&
           rect.right() <= room.right() + slack && rect.bottom() <= room.bottom() + slack;
}

constexpr Board grids[]{Board::Importance, Board::Measures};

}  // namespace

// Where the axes put a touchpoint's own figures, from two ticks of each.
ScreenPoint value_place(GridPlaces const& places, Board board, TouchpointFigures const& f) {
    bool const parity = f.position == Position::Parity;
    double const gap = parity ? 0 : *f.relative_gap;
    bool const parted = f.state == PromiseState::Kept || f.state == PromiseState::Broken;
    if (board == Board::Importance) return {places.x_of(gap), places.y_of(*f.importance * 100)};
    return {places.x_of(parted ? (*f.reliability - *f.target) * 100 : 0), places.y_of(gap)};
}

TEST_CASE("every touchpoint of a grid is marked at its values, however many crowd there") {
    Draw draw{std::mt19937_64{17}};
    for (int round = 0; round < 12; ++round) {
        auto rows = random_rows(draw, 1 + draw.below(140));
        for (std::size_t i = 1; i < rows.size(); i += 3)
            rows[i].second = rows[i - 1].second;
        GridRoom room(rows);
        for (Board const board : grids) {
            GridPlaces const places = room.places(board);
            for (GridPoint const& p : places.points) {
                ScreenPoint const due =
                    value_place(places, board, room.figures.touchpoints[p.touchpoint.index()]);
                CHECK(std::abs(p.place.x - due.x) < 0.5);
                CHECK(std::abs(p.place.y - due.y) < 0.5);
                // What stands aside is tied to its place.
                if (p.at != p.place) CHECK(p.tie.has_value());
            }
            // Named, or counted.
            CHECK(places.unnamed ==
                  std::count_if(places.points.begin(), places.points.end(),
                                [](GridPoint const& p) { return p.label.empty(); }));
        }
    }
}

TEST_CASE("every mark of a grid stands inside the plot, apart from the others, on its side") {
    Draw draw{std::mt19937_64{7}};
    for (int round = 0; round < 10; ++round) {
        GridRoom room(random_rows(draw, 1 + draw.below(120)));
        for (Board const board : grids) {
            GridPlaces const places = room.places(board);
            double const x0 = places.x_of(places.x.cross);
            double const y0 = places.y_of(places.y.cross);
            for (std::size_t i = 0; i < places.points.size(); ++i) {
                GridPoint const& p = places.points[i];
                CHECK(lies_in({p.at.x, p.at.y, 0, 0}, places.field));
                if (std::abs(p.place.x - x0) > 1e-6) CHECK((p.place.x < x0) == (p.at.x < x0));
                if (std::abs(p.place.y - y0) > 1e-6) CHECK((p.place.y < y0) == (p.at.y < y0));
                for (std::size_t k = i + 1; k < places.points.size(); ++k) {
                    ScreenPoint const d = places.points[k].at - p.at;
                    CHECK(std::hypot(d.x, d.y) > 0.9 * p.diameter);
                }
                if (!p.label.empty()) CHECK(lies_in(p.label, places.plot));
            }
        }
    }
}

TEST_CASE("what a grid says does not change with the pixels of the panel") {
    Draw draw{std::mt19937_64{23}};
    for (int round = 0; round < 10; ++round) {
        GridRoom room(random_rows(draw, 70));
        for (Board const board : grids) {
            GridPlaces const small = room.places(board);
            for (double const k : {2.0, 1.3333, 0.71}) {
                ScreenRect const larger{area.x * k, area.y * k, area.w * k, area.h * k};
                GridPlaces const large = grid_places(room.input(), board, larger, k);
                REQUIRE(large.points.size() == small.points.size());
                for (std::size_t i = 0; i < small.points.size(); ++i) {
                    GridPoint const& a = small.points[i];
                    GridPoint const& b = large.points[i];
                    CHECK(a.label.empty() == b.label.empty());
                    CHECK(b.at.x == doctest::Approx(a.at.x * k));
                    CHECK(b.at.y == doctest::Approx(a.at.y * k));
                    CHECK(b.label.x == doctest::Approx(a.label.x * k));
                    CHECK(b.label.y == doctest::Approx(a.label.y * k));
                }
            }
        }
    }
}

TEST_CASE("a mark whose interval crosses a line has its place on that line, however many do") {
    GridRoom room;
    for (int i = 0; i < 20; ++i) {
        TouchpointFigures f;
        f.importance = 0.02;
        f.relative_gap = 3;
        f.position = Position::Parity;
        f.state = i % 2 == 0 ? PromiseState::OnTheLine : PromiseState::Broken;
        f.reliability = 0.8;
        f.target = 0.9;
        room.add("K" + std::to_string(i), f);
    }
    GridPlaces const importance = room.places(Board::Importance);
    for (GridPoint const& p : importance.points)
        CHECK(p.place.x == doctest::Approx(importance.x_of(0)));
    GridPlaces const measures = room.places(Board::Measures);
    for (GridPoint const& p : measures.points) {
        if (p.touchpoint.index() % 2 == 0) CHECK(p.place.x == doctest::Approx(measures.x_of(0)));
        if (p.touchpoint.index() % 2 == 1) CHECK(p.place.y == doctest::Approx(measures.y_of(0)));
    }
}

TEST_CASE(
    "what ranks highest shows its mark at its values; the names that have no room are counted") {
    GridRoom room;
    TouchpointFigures f;
    f.relative_gap = -5;
    f.position = Position::Lag;
    for (int i = 0; i < 120; ++i) {
        f.importance = 0.02 + i * 1e-6;
        room.add("K" + std::to_string(i), f);
    }
    GridPlaces const places = room.places(Board::Importance);
    REQUIRE(places.points.size() == 120);
    GridPoint const& first = places.points.front();
    CHECK(first.touchpoint == model::TouchpointId(119));
    CHECK(first.at.x == first.place.x);
    CHECK(first.at.y == first.place.y);
    auto const unnamed = std::count_if(places.points.begin(), places.points.end(),
                                       [](GridPoint const& p) { return p.label.empty(); });
    CHECK(unnamed > 0);
    CHECK(places.unnamed == unnamed);
    for (std::size_t i = 1; i < places.points.size(); ++i)
        CHECK(places.points[i].touchpoint < places.points[i - 1].touchpoint);
}

TEST_CASE("a crowd at one place stands in a list by one leader, its first keeps the place") {
    GridRoom room;
    TouchpointFigures f;
    f.has_promise = true;
    f.relative_gap = 0;
    f.position = Position::Parity;
    f.state = PromiseState::OnTheLine;
    f.target = f.reliability = 0.9;
    for (int i = 0; i < 6; ++i) {
        f.broken_promises = i;
        room.add("crossing" + std::to_string(i), f);
    }
    f.relative_gap = 20;
    f.position = Position::Lead;
    f.broken_promises = 0;
    room.add("alone", f);
    GridPlaces const places = room.places(Board::Measures);
    REQUIRE(places.points.size() == 7);
    REQUIRE(places.stacks.size() == 1);
    ScreenPoint const crossing{places.x_of(0), places.y_of(0)};
    CHECK(places.stacks.front().from == crossing);
    CHECK(places.points.front().at == crossing);
    double above = places.plot.y;
    for (GridPoint const& p : places.points) {
        CHECK_FALSE(p.label.empty());
        if (!p.stacked) continue;
        CHECK(p.place == crossing);
        CHECK(p.at.y > above);
        above = p.at.y;
    }
    CHECK(std::count_if(places.points.begin(), places.points.end(),
                        [](GridPoint const& p) { return p.stacked; }) == 5);
    CHECK(places.unnamed == 0);
}

TEST_CASE("fifty touchpoints of the same values stand in columns, all named, by one leader") {
    GridRoom room;
    TouchpointFigures f;
    f.importance = 0.02;
    f.relative_gap = 0;
    f.position = Position::Parity;
    for (int i = 0; i < 50; ++i)
        room.add("K" + std::to_string(i), f);
    GridPlaces const places = room.places(Board::Importance);
    REQUIRE(places.points.size() == 50);
    CHECK(places.unnamed == 0);
    CHECK(places.stacks.size() == 1);
    // There is room on both sides of both lines, whatever the values.
    ScreenPoint const cross{places.x_of(places.x.cross), places.y_of(places.y.cross)};
    CHECK(cross.x > places.field.x + 0.05 * places.field.w);
    CHECK(cross.x < places.field.right() - 0.05 * places.field.w);
    CHECK(cross.y > places.field.y + 0.05 * places.field.h);
}

TEST_CASE("a name stands nearest to its own mark, or is tied to it") {
    Draw draw{std::mt19937_64{29}};
    for (int round = 0; round < 10; ++round) {
        GridRoom room(random_rows(draw, 60));
        for (Board const board : grids) {
            GridPlaces const places = room.places(board);
            auto const away = [](ScreenRect const& box, ScreenPoint at) {
                double const x = std::max({box.x - at.x, at.x - box.right(), 0.0});
                double const y = std::max({box.y - at.y, at.y - box.bottom(), 0.0});
                return std::hypot(x, y);
            };
            for (GridPoint const& p : places.points) {
                if (p.label.empty() || (p.tie && p.at == p.place)) continue;
                for (GridPoint const& other : places.points) {
                    if (other.touchpoint == p.touchpoint) continue;
                    CHECK(away(p.label, p.at) < away(p.label, other.at));
                }
            }
        }
    }
}

TEST_CASE("ahead where it counts for little is no overkill where it delights: the corner says so") {
    GridRoom room;
    TouchpointFigures f;
    f.importance = 0.01;
    f.relative_gap = 20;
    f.position = Position::Lead;
    f.quadrant = metrics::Quadrant::PossibleOverkill;
    room.add("plain", f);
    auto const corner = [&] {
        GridPlaces const places = room.places(Board::Importance);
        return quarter_name(room.catalogue, Board::Importance, Quarter::BottomRight, places);
    };
    auto const signed_points = [&] {
        std::vector<std::string> keys;
        for (GridPoint const& p : room.places(Board::Importance).points) {
            if (p.signature) keys.push_back(room.room.at(p.touchpoint).key);
        }
        return keys;
    };
    CHECK(corner() == room.catalogue.text("board:importance.bottom-right"));
    CHECK(signed_points().empty());
    f.quadrant = metrics::Quadrant::Signature;
    room.add("delights", f);
    CHECK(corner() == room.catalogue.text("board:importance.signature-or"));
    CHECK(signed_points() == std::vector<std::string>{"delights"});
}

TEST_CASE("titles touch no mark, no line, no quarter's name and no other title") {
    Draw draw{std::mt19937_64{11}};
    for (int round = 0; round < 8; ++round) {
        GridRoom room(random_rows(draw, 60));
        room.view.pulls = {{model::TouchpointId(3), {0.3, 0.4}}, {model::TouchpointId(5), {1, 1}}};
        for (Board const board : grids) {
            GridPlaces const places = room.places(board);
            double const x0 = places.x_of(places.x.cross);
            double const y0 = places.y_of(places.y.cross);
            for (GridPoint const& p : places.points) {
                if (p.label.empty()) continue;
                CHECK((p.label.right() < x0 || p.label.x > x0));
                CHECK((p.label.bottom() < y0 || p.label.y > y0));
                for (GridPoint const& other : places.points) {
                    double const half = other.pulled ? 2.5 : other.diameter / 2;
                    ScreenPoint const at = other.pulled ? other.place : other.at;
                    CHECK_FALSE(base::intersects(
                        p.label, ScreenRect{at.x - half, at.y - half, 2 * half, 2 * half}));
                    if (other.touchpoint != p.touchpoint)
                        CHECK_FALSE(base::intersects(p.label, other.label));
                    if (other.pulled) CHECK_FALSE(base::intersects(p.label, other.card));
                }
                for (Quarter const quarter : {Quarter::TopLeft, Quarter::TopRight,
                                              Quarter::BottomLeft, Quarter::BottomRight})
                    CHECK_FALSE(base::intersects(
                        p.label, quarter_box(room.input(), board, quarter, places)));
            }
        }
    }
}

TEST_CASE("the order of a pack's rows changes nothing on the grids") {
    Draw draw{std::mt19937_64{3}};
    for (int round = 0; round < 10; ++round) {
        auto rows = random_rows(draw, 80);
        // Several of the same rank and place.
        for (std::size_t i = 0; i < 20; ++i)
            rows[i].second = rows[20].second;
        GridRoom before(rows);
        std::shuffle(rows.begin(), rows.end(), draw.bits);
        GridRoom after(rows);
        for (Board const board : grids) {
            auto const by_key = [&](GridRoom& room) {
                std::map<std::string, std::pair<ScreenPoint, ScreenRect>> all;
                for (GridPoint const& p : room.places(board).points)
                    all[room.room.at(p.touchpoint).key] = {p.at, p.label};
                return all;
            };
            CHECK(by_key(before) == by_key(after));
        }
    }
}

TEST_CASE("a dragged mark lies where it was put, whole, and on top of the others") {
    Draw draw{std::mt19937_64{5}};
    GridRoom room(random_rows(draw, 40));
    for (auto& f : room.figures.touchpoints)
        f.state = PromiseState::Kept;
    for (int round = 0; round < 50; ++round) {
        Pull const pull{model::TouchpointId(static_cast<std::size_t>(draw.below(40))),
                        {draw.between(0, 1), draw.between(0, 1)}};
        room.view.pulls = {pull};
        for (Board const board : grids) {
            GridPlaces const places = room.places(board);
            GridPoint const& p = places.points.back();
            REQUIRE(p.touchpoint == pull.touchpoint);
            CHECK(p.pulled);
            CHECK(lies_in(p.card, places.plot));
            CHECK(lies_in({p.at.x, p.at.y, 0, 0}, p.card));
            bool const roomy =
                pull.at.x > 0.1 && pull.at.x < 0.5 && pull.at.y > 0.2 && pull.at.y < 0.8;
            if (!roomy) continue;
            CHECK(p.at.x == doctest::Approx(area.x + pull.at.x * area.w));
            CHECK(p.at.y == doctest::Approx(area.y + pull.at.y * area.h));
        }
    }
}

TEST_CASE("what lacks a figure, or room, is left out of a grid and counted") {
    GridRoom room;
    TouchpointFigures f;
    room.add("nothing asked", f);
    f.has_promise = true;
    room.add("no weight", f);
    f.importance = 0.01;
    f.own = 7;
    room.add("no rival", f);
    f.relative_gap = 4;
    f.position = Position::Lead;
    room.add("whole", f);
    GridPlaces const few = room.places(Board::Importance);
    CHECK(few.points.size() == 1);
    CHECK(few.left_out == 2);
    CHECK(few.no_room == 0);
    for (int i = 0; i < 5000; ++i)
        room.add("more" + std::to_string(i), f);
    GridPlaces const many = room.places(Board::Importance);
    CHECK(many.points.size() + static_cast<std::size_t>(many.no_room) == 5001);
    CHECK(many.no_room > 4000);
}

TEST_CASE("ticks of a narrow scale tell their places apart") {
    GridRoom room;
    TouchpointFigures f;
    f.importance = 0.003;
    f.relative_gap = 0.2;
    f.position = Position::Lead;
    room.add("one", f);
    GridPlaces const places = room.places(Board::Importance);
    REQUIRE(places.x.ticks.size() >= 2);
    double const step = places.x.ticks[1] - places.x.ticks[0];
    CHECK(step * std::pow(10, places.x.decimals) >= 1 - 1e-9);
}

TEST_CASE("marbles lie inside their bowl, none in another, as many as there are") {
    for (double const wide : {40.0, 200.0, 480.0, 900.0}) {
        for (double const high : {30.0, 160.0, 420.0, 1200.0}) {
            Bowl const bowl{{100, 50, wide, high}};
            for (int const count : {1, 2, 3, 17, 64, 200}) {
                CAPTURE(wide);
                CAPTURE(high);
                CAPTURE(count);
                double const room = bowl.radius_for(count, 60);
                auto const places = bowl.places(room, count);
                REQUIRE(places.size() == static_cast<std::size_t>(count));
                double const radius = room * marble_share;
                for (std::size_t i = 0; i < places.size(); ++i) {
                    CHECK(places[i].y - radius >= bowl.rect.y);
                    for (int k = 0; k < 64; ++k) {
                        double const angle = k * 0.0981747704;
                        double const x =
                            (places[i].x + radius * std::cos(angle) - bowl.rect.centre().x) /
                            (wide / 2);
                        double const y =
                            (places[i].y + radius * std::sin(angle) - bowl.rect.y) / high;
                        CHECK((y <= 0 || x * x + y * y <= 1 + 1e-6));
                    }
                    for (std::size_t k = i + 1; k < places.size(); ++k) {
                        ScreenPoint const d = places[k] - places[i];
                        CHECK(std::hypot(d.x, d.y) >= 2 * radius - 1e-6);
                    }
                }
            }
        }
    }
}

TEST_CASE("a marble is 500 customers, or a round number that keeps the bowl countable") {
    CHECK(marble_of(0) == 500);
    CHECK(marble_of(100'000) == 500);
    for (std::int64_t const customers : {std::int64_t{100'500}, std::int64_t{10'000'000},
                                         std::int64_t{9'000'000'000'000'000'000}}) {
        std::int64_t const marble = marble_of(customers);
        CHECK(marble > 500);
        CHECK(marbles_of(customers, marble) <= most_marbles + 1);
        CHECK(marbles_of(customers, marble) > 10);
    }
    // A small company sees its customers, too.
    for (std::int64_t const few : {1, 3, 60, 61, 200, 999, 4'999}) {
        std::int64_t const marble = marble_of(few);
        CHECK(marble < 500);
        CHECK(marbles_of(few, marble) >= 1);
        CHECK(marbles_of(few, marble) <= 61);
    }
    CHECK(marble_of(3) == 1);
    CHECK(marble_of(5'000) == 500);
    CHECK(marbles_of(26'000, 500) == 52);
    CHECK(marbles_of(249, 500) == 0);
    CHECK(marbles_of(250, 500) == 1);
    CHECK(marbles_of(-4'000, 500) == 0);
}

TEST_CASE("losses of many stages fold: nobody is lost from the sum, the unknown keep their place") {
    std::vector<StageLoss> all;
    std::int64_t sum = 0;
    for (int i = 0; i < 40; ++i) {
        std::int64_t const count = i % 4 == 0 ? 0 : 100 + i;
        all.push_back({model::StageId(static_cast<std::size_t>(i)), count, "Reason", count});
        sum += count;
    }
    all.push_back({{}, 5, "Unknown", 5});
    sum += 5;
    for (std::size_t const most : {1U, 2U, 9U, 30U, 41U}) {
        auto const shown = folded(all, most);
        CHECK(shown.size() <= most);
        std::int64_t shown_sum = 0;
        for (StageLoss const& loss : shown)
            shown_sum += loss.count;
        CHECK(shown_sum == sum);
    }
    auto const nine = folded(all, 9);
    CHECK(nine.back().stages > 1);
    CHECK(nine[nine.size() - 2].top_reason == "Unknown");
}

// A survey's scores of a touchpoint, so many answers each.
struct Asked {
    double own, expected;
    std::optional<std::int64_t> n = 400;
};

void ask(GridRoom& room, std::string const& key, TouchpointFigures f, Asked const& asked) {
    f.own = asked.own;
    f.expected = asked.expected;
    room.add(key, f);
    for (auto const subject : {model::Subject::Own, model::Subject::Expected}) {
        model::Score score;
        score.touchpoint = model::TouchpointId(room.room.touchpoints.size() - 1);
        score.subject = subject;
        score.score = subject == model::Subject::Own ? asked.own : asked.expected;
        score.sd = 1.8;
        score.n = asked.n;
        room.room.scores.push_back(score);
    }
}

TEST_CASE(
    "survey and promise disagree where the score is above what is expected and the promise breaks, "
    "or the reverse, by more than chance") {
    GridRoom room;
    auto const add = [&](char const* key, PromiseState state, Asked const& asked,
                         std::int64_t broken) {
        TouchpointFigures f;
        f.state = state;
        f.broken_promises = broken;
        ask(room, key, f, asked);
    };
    add("few", PromiseState::Broken, {8, 7}, 3);
    add("many", PromiseState::Broken, {9, 7}, 300);
    add("agrees", PromiseState::Broken, {6, 7}, 900);
    add("broken, as good as expected", PromiseState::Broken, {8, 7.9}, 900);
    add("broken, five asked", PromiseState::Broken, {9, 5, 5}, 900);
    add("kept and poor", PromiseState::Kept, {6, 7}, 1);
    add("kept and poorest", PromiseState::Kept, {4, 7}, 1);
    add("kept and a little less", PromiseState::Kept, {7.5, 7.6}, 1);
    add("kept, nobody knows of how many", PromiseState::Kept, {4, 7, std::nullopt}, 1);
    add("kept and good", PromiseState::Kept, {8, 7}, 1);
    add("not proven", PromiseState::Unproven, {9, 7}, 1);
    add("on the line", PromiseState::OnTheLine, {3, 7}, 1);
    TouchpointFigures unasked;
    unasked.state = PromiseState::Broken;
    room.add("nobody asked", unasked);
    room.index = metrics::make_index(room.room);
    auto const keys = [&](std::vector<model::TouchpointId> const& ids) {
        std::vector<std::string> all;
        for (model::TouchpointId const id : ids)
            all.push_back(room.room.at(id).key);
        return all;
    };
    auto const good = contradictions(room.input(), Contradiction::GoodScoreBrokenPromise);
    CHECK(keys(good.listed) == std::vector<std::string>{"many", "few"});
    CHECK(keys(good.too_close) == std::vector<std::string>{"broken, as good as expected"});
    CHECK(good.unjudged == 1);
    auto const poor = contradictions(room.input(), Contradiction::KeptPromisePoorScore);
    CHECK(keys(poor.listed) == std::vector<std::string>{"kept and poorest", "kept and poor"});
    CHECK(keys(poor.too_close) == std::vector<std::string>{"kept and a little less"});
    CHECK(poor.unjudged == 1);
}

TEST_CASE("rows of disagreements fill their list from the top; the rest is counted") {
    GridRoom room;
    TouchpointFigures f;
    f.state = PromiseState::Broken;
    for (std::size_t const count : {0U, 1U, 5U, 12U, 80U}) {
        while (room.room.touchpoints.size() < count)
            ask(room, "K" + std::to_string(room.room.touchpoints.size()), f, {9, 7});
        room.index = metrics::make_index(room.room);
        for (ScreenRect const& where :
             {area, ScreenRect{0, 0, 300, 60}, ScreenRect{0, 0, 700, 2000}}) {
            auto const lists = contradiction_lists(room.input(), where, 1);
            REQUIRE(lists.size() == 2);
            CHECK_FALSE(base::intersects(lists[0].area, lists[1].area));
            CHECK(lists[0].rows.size() + lists[0].more == count);
            CHECK(lists[1].rows.empty());
            for (std::size_t i = 0; i < lists[0].rows.size(); ++i) {
                CHECK(lies_in(lists[0].rows[i].rect, lists[0].area));
                CHECK(lists[0].rows[i].touchpoint == model::TouchpointId(i));
                if (i > 0)
                    CHECK(lists[0].rows[i].rect.y >=
                          doctest::Approx(lists[0].rows[i - 1].rect.bottom()));
            }
        }
    }
}

TEST_CASE("what is too close to call stands whole below the list, or is counted, never half") {
    GridRoom room;
    TouchpointFigures f;
    f.state = PromiseState::Kept;
    for (std::size_t const count : {1U, 3U, 9U, 40U}) {
        while (room.room.touchpoints.size() < count)
            ask(room, "K" + std::to_string(room.room.touchpoints.size()), f, {7, 7.05});
        room.index = metrics::make_index(room.room);
        for (ScreenRect const& where : {area, ScreenRect{0, 0, 300, 60}}) {
            ContradictionList const list = contradiction_lists(room.input(), where, 1)[1];
            CHECK(list.rows.empty());
            CHECK(list.found.too_close.size() == count);
            bool const whole = list.close_rows.size() == count;
            CHECK((whole || list.close_rows.empty()));
            CHECK((whole == (count < 10 && where.h > 100)));
            if (!whole) CHECK(list.close_line > 0);
            for (ContradictionRow const& row : list.close_rows)
                CHECK(lies_in(row.rect, list.area));
        }
    }
}
