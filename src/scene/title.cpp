#include <algorithm>

#include "scene/beliefs.hpp"
#include "scene/boards.hpp"
#include "scene/definition.hpp"
#include "scene/detail.hpp"
#include "scene/floor_told.hpp"
#include "scene/paint.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// Capitals in mm on an 86 inch panel: the statement reads from the room.
constexpr double statement_cap = 25;
// It shrinks to this share before it takes another line.
constexpr double least_statement_share = 0.55;
constexpr double sentence_cap = 15;
constexpr double title_cap = 19;
constexpr double status_cap = 10;
constexpr double status_small_cap = 8;
constexpr double least_status_share = 0.7;
constexpr double breadcrumb_cap = 8.6;
constexpr double below_cap = 9.4;
constexpr double told_cap = 18;
constexpr double told_below_cap = 11.5;
constexpr double old_sign_em = 1.15;  // before a sentence of old figures
constexpr Tag room_title{ItemKind::Room, 0, Role::Title};
constexpr Tag room_sentence{ItemKind::Room, 0, Role::Subtitle};

double size_of(PaintContext const& c, double cap) {
    return layout::font_size_for_cap(cap) * c.unit;
}

template <typename Figures>
YieldFigures yield_of(Figures const& figures) {
    return {figures.rty, {}, figures.measured, figures.of, figures.overdue};
}

// "Of 100 homes, 35 get every promise kept": the whole number stands out in weight, not in colour
// (a yield has no target).
Sentence yield_sentence(PaintContext const& c, std::string_view key, std::string_view name,
                        YieldFigures const& yield) {
    Sentence sentence = sentence_of(c.input.catalogue.format(
        key, {customers_word(c.input.catalogue, c.input.room), name,
              standing_out(yield_number(c.input.catalogue, *yield.rty, yield.measured, yield.of)),
              measured_text(c.input.catalogue, yield.measured, yield.of, yield.overdue)}));
    sentence.old = yield.overdue > 0;
    return sentence;
}

Sentence journey_yield(PaintContext const& c, std::string_view key, std::string_view name,
                       metrics::JourneyFigures const& figures) {
    auto const yield = yield_words(c.input.catalogue, figures);
    if (!yield) return {};
    Sentence sentence = sentence_of(
        c.input.catalogue.format(key, {customers_word(c.input.catalogue, c.input.room), name,
                                       standing_out(yield->of_hundred), yield->basis}));
    sentence.old = yield->old;
    return sentence;
}

// What the wall opens with.
std::optional<Sentence> worst_sentence(PaintContext const& c) {
    auto const worst = worst_journey(c.input.room, c.input.figures);
    if (!worst) return std::nullopt;
    return journey_yield(c, "title.worst-journey", c.input.room.at(*worst).title,
                         c.input.figures.journeys[worst->index()]);
}

bool believing(PaintContext const& c) {
    return c.input.view.overlay == Overlay::PerceptionGap;
}

std::optional<Sentence> journey_sentence(PaintContext const& c, model::JourneyId journey) {
    if (believing(c))
        return belief_sentence(c, beliefs_about(c.input.figures, journey), Named::Here);
    auto const& figures = c.input.figures.journeys[journey.index()];
    if (!figures.rty && !figures.direct_yield) return std::nullopt;
    return journey_yield(c, "title.journey", {}, figures);
}

std::optional<Sentence> stage_sentence(PaintContext const& c, model::StageId stage) {
    if (believing(c)) {
        return belief_sentence(c, beliefs_in(c.input.room, c.input.figures, stage), Named::Journey);
    }
    auto const& figures = c.input.figures.stages[stage.index()];
    if (!figures.rty) return std::nullopt;
    return yield_sentence(c, "title.journey", {}, yield_of(figures));
}

double sentence_width(PaintContext const& c, Sentence const& s, double size) {
    double wide = s.old ? old_sign_em * size : 0;
    for (std::size_t i = 0; i < s.parts.size(); ++i)
        wide += c.painter.width(s.parts[i], size, i % 2 == 0 ? Weight::Regular : Weight::SemiBold);
    return wide;
}

void paint_sentence(PaintContext const& c, Sentence const& s, ScreenPoint at, double size) {
    Theme const& theme = c.input.theme;
    double x = at.x;
    if (s.old) {
        double const side = size * 0.85;
        paint_state_mark(c, {ItemKind::Room, 0, Role::Mark},
                         {{Shape::Disc, theme.second_ink, {}}, true},
                         {{x + side / 2, at.y - size * layout::cap_height_em / 2}, side});
        x += old_sign_em * size;
    }
    for (std::size_t i = 0; i < s.parts.size(); ++i) {
        bool const figure = i % 2 == 1;
        Tag const tag = figure ? Tag{ItemKind::Room, 0, Role::Figure} : room_sentence;
        x += c.painter.text(tag, s.parts[i],
                            {x, at.y, size, figure ? theme.ink : theme.second_ink,
                             figure ? Weight::SemiBold : Weight::Regular});
    }
}

// Text of either direction begins at the left edge of the title.
void paint_from_left(PaintContext const& c, layout::TextBlock const& block, ScreenPoint top_left,
                     double size) {
    c.painter.block(room_title, block,
                    {top_left.x, top_left.y, block.width * size, block.height * size}, size,
                    c.input.theme.ink);
}

// The statement keeps to one line where it can; a long one shrinks, then takes more lines, then
// shrinks on.
void paint_statement(PaintContext const& c, std::string const& statement, ScreenRect const& area) {
    double const wish = size_of(c, statement_cap) * c.input.physical.room_type;
    double const one = std::min(wish, area.h);
    double const fit = one * area.w / c.painter.width(statement, one, Weight::SemiBold);
    bool const one_line = fit >= least_statement_share * std::min(one, size_of(c, statement_cap));
    for (int lines = one_line ? 1 : 2; lines <= 3; ++lines) {
        double const size = one_line
                                ? std::min(one, fit * 0.99)
                                : std::min(wish, area.h / (0.2 + layout::line_height_em * lines));
        double const share = one_line ? 0.9 : lines == 3 ? 0.4 : 0.62;
        auto const& block =
            c.input.text.block(statement, {area.w / size, lines, share, Weight::SemiBold});
        if (block.cut && lines < 3) continue;
        return paint_from_left(c, block, {area.x, area.y - size * 0.2}, size);
    }
}

void paint_home_title(PaintContext const& c) {
    ScreenRect area = c.chrome.title;
    auto const& info = c.input.room.info;
    std::string const& statement = info.north_star && !info.north_star->statement.empty()
                                       ? info.north_star->statement
                                       : info.title;
    auto sentence =
        believing(c)
            ? std::optional(belief_sentence(c, widest_beliefs(c.input.figures), Named::Journey))
            : worst_sentence(c);
    if (c.input.view.overlay == Overlay::None) sentence.reset();
    double small = 0;
    if (sentence) {
        small = size_of(c, sentence_cap) * c.input.physical.room_type;
        small = std::min({small, area.h * 0.3,
                          small * area.w / std::max(1.0, sentence_width(c, *sentence, small))});
        if (c.to_mm(small * layout::cap_height_em) < smallest_cap_mm) sentence.reset();
    }
    if (sentence) {
        paint_sentence(c, *sentence, {area.x, area.bottom() - small * 0.22}, small);
        area.h *= 0.56;
    }
    paint_statement(c, statement, area);
}

// What the title says of a place: its name, and what happens to people there.
struct PlaceWords {
    std::string name;
    std::optional<Sentence> sentence;
    std::string below;                  // what the house calls it, what it is for
    std::optional<std::string> leader;  // of a stage; empty: the seat is vacant
};

std::string joined(std::string const& a, std::string const& b) {
    return a.empty() || b.empty() ? a + b : a + " \u00B7 " + b;
}

PlaceWords stage_words(PaintContext const& c, model::StageId id) {
    model::Stage const& stage = c.input.room.at(id);
    return {stage.name, stage_sentence(c, id), joined(stage.inside_name, stage.goal), stage.leader};
}

PlaceWords journey_words(PaintContext const& c, model::JourneyId id) {
    model::Journey const& journey = c.input.room.at(id);
    return {journey.title, journey_sentence(c, id), journey.goal, {}};
}

// The breadcrumb and the card name the touchpoint; the title says what is promised there.
PlaceWords touchpoint_words(PaintContext const& c, model::TouchpointId id) {
    model::Touchpoint const& touchpoint = c.input.room.at(id);
    model::Promise const* const promise = c.promise(id);
    if (promise == nullptr) return {touchpoint.title, {}, touchpoint.why, {}};
    PlaceWords words{promise->wording, {}, touchpoint.why, {}};
    auto const& f = c.figures(id);
    if (f.due.value_or(0) > 0) {
        bool const borrowed = c.input.view.persona && f.basis == metrics::Basis::All;
        words.sentence = sentence_of(
            c.input.catalogue.format(borrowed ? "title.promise-all" : "title.promise",
                                     {standing_out(base::grouped(*f.kept)), base::grouped(*f.due),
                                      customers_word(c.input.catalogue, c.input.room)}));
        words.sentence->old = f.stale;
    }
    return words;
}

PlaceWords words_of_place(PaintContext const& c) {
    Place const& place = c.chrome.place;
    layout::Frame const& frame = c.input.layout.frames[*place.frame];
    PlaceWords words = place.item
                           ? touchpoint_words(c, c.input.layout.items[*place.item].touchpoint)
                       : place.column ? stage_words(c, frame.columns[*place.column].stage)
                                      : journey_words(c, frame.journey);
    if (c.input.view.overlay == Overlay::None) words.sentence.reset();
    return words;
}

}  // namespace

double paint_vacant_seat(PaintContext const& c, Tag tag, ScreenPoint at, SeatSize size) {
    std::string_view const word = c.input.catalogue.text("stage.vacant");
    double const text = size.text;
    double const wide =
        std::min(size.widest, c.painter.width(word, text, Weight::Medium) + text * 1.2);
    Quad pill;
    pill.rect = {at.x, at.y - text * 1.08, wide, text * 1.5};
    pill.radius = static_cast<float>(text * 0.75);
    pill.pattern = Pattern::Dashed;
    pill.border = c.input.theme.ink;
    pill.border_width = static_cast<float>(std::max(1.0, text * 0.09));
    c.painter.quad(tag, pill);
    c.painter.text(tag, word, {at.x + text * 0.6, at.y, text, c.input.theme.ink, Weight::Medium});
    return wide;
}

namespace {

// Who answers for the stage, then what it is for.
void paint_below(PaintContext const& c, PlaceWords const& words, double baseline) {
    ScreenRect const area = c.chrome.title;
    double const size = size_of(c, below_cap) * std::min(1.2, c.input.physical.hand_type);
    if (c.to_mm(size * layout::cap_height_em) < smallest_cap_mm * 0.97) return;
    double x = area.x;
    if (words.leader && !words.leader->empty()) {
        x += c.painter.text({ItemKind::Room, 0, Role::Leader}, *words.leader,
                            {x, baseline, size, c.input.theme.ink, Weight::Medium}) +
             size;
    } else if (words.leader) {
        x += paint_vacant_seat(c, {ItemKind::Room, 0, Role::Leader}, {x, baseline},
                               {size, area.right() - x}) +
             size;
    }
    double const room = area.right() - x;
    auto const& block = c.input.text.block(words.below, {room / size, 1, 0.8});
    if (room < size * 8 || block.lines.empty() || block.cut) return;
    c.painter.block(room_sentence, block,
                    {x, baseline - block.baseline(0) * size, block.width * size, size}, size,
                    c.input.theme.second_ink);
}

void paint_place_title(PaintContext const& c) {
    ScreenRect const area = c.chrome.title;
    PlaceWords const words = words_of_place(c);
    bool const two_lines = words.leader || !words.below.empty();
    double const size = std::min(size_of(c, title_cap), area.h * 0.5);
    bool const low = area.h < 60 * c.unit;
    double const baseline = area.bottom() - area.h * (two_lines && !low ? 0.3 : low ? 0.05 : 0.2);
    auto const& block = c.input.text.block(
        words.name, {area.w * (words.sentence ? 0.62 : 1.0) / size, 1, 0.62, Weight::SemiBold});
    paint_from_left(c, block, {area.x, baseline - block.baseline(0) * size}, size);
    if (two_lines && !low) paint_below(c, words, area.bottom() + area.h * 0.02);
    if (!words.sentence || block.lines.empty()) return;
    double const x = area.x + block.lines[0].width * size + size * 0.9;
    double small = size_of(c, 13);
    double const room = area.right() - x;
    small *= std::min(1.0, room / sentence_width(c, *words.sentence, small));
    if (c.to_mm(small * layout::cap_height_em) >= smallest_cap_mm)
        paint_sentence(c, *words.sentence, {x, baseline}, small);
}

// While a chain is lit or a lens is looked through: what is told, in place of the name.
void paint_told_title(PaintContext const& c, ToldWords const& told) {
    ScreenRect const area = c.chrome.title;
    double const size = std::min(size_of(c, told_cap), area.h * 0.4);
    bool const low = area.h < 60 * c.unit;
    auto const& head = c.input.text.block(told.head, {area.w / size, 1, 0.6, Weight::SemiBold});
    if (head.lines.empty()) return;
    double const baseline = area.bottom() - area.h * (low ? 0.05 : 0.42);
    double const top = baseline - head.baseline(0) * size;
    paint_from_left(c, head, {area.x, top}, size);
    if (low || told.below.empty()) return;
    double const small = size_of(c, told_below_cap) * std::min(1.2, c.input.physical.hand_type);
    double const from = baseline + small * 0.45;
    double const room = c.chrome.map.y - 6 * c.unit - from;
    int const lines = room >= small * layout::line_height_em * 1.9 ? 2 : 1;
    c.painter.paragraph(
        room_sentence, told.below,
        {{area.x, from, area.w, room}, small, c.input.theme.ink, Weight::Regular, lines, 0.62});
}

void paint_breadcrumb(PaintContext const& c) {
    double const size = size_of(c, breadcrumb_cap);
    bool first = true;
    for (Control const& control : c.chrome.controls) {
        if (control.kind != ControlKind::BreadcrumbStep) continue;
        double const baseline = control.rect.centre().y + size * layout::cap_height_em / 2;
        double const x = control.rect.x + 6 * c.unit;
        Tag const tag{ItemKind::Chrome, control.frame, Role::Label};
        if (!first) {
            c.painter.text(tag, "\u203A",
                           {x - 12 * c.unit, baseline, size, c.input.theme.line, Weight::Regular,
                            Align::Centre});
        }
        first = false;
        c.painter.text(tag, control.label,
                       {x, baseline, size,
                        control.on ? c.input.theme.ink : c.input.theme.second_ink, Weight::Medium});
    }
}

// Whose figures of when: right of the title, always.
void paint_status(PaintContext const& c) {
    ScreenRect const area = c.chrome.status;
    if (area.empty()) return;
    auto const& input = c.input;
    double const size = size_of(c, status_cap);
    double const small = size_of(c, status_small_cap);
    double baseline = area.y + size * 0.9;
    std::string const& head =
        input.room.info.company.empty() ? input.room.info.title : input.room.info.company;
    auto const line = [&](std::string const& text, double font, Color color, Weight weight) {
        // A long name shrinks only while it can be read, and then ends early.
        double const least =
            c.painter.mm(smallest_cap_mm) / layout::cap_height_em / std::max(1.0, font);
        auto const& block = c.input.text.block(
            text, {area.w / font, 1, std::clamp(least, least_status_share, 1.0), weight});
        if (!block.lines.empty()) {
            c.painter.text(
                {ItemKind::Period, 0, Role::Label}, block.lines[0].text,
                {area.right(), baseline, block.style.size * font, color, weight, Align::Right});
        }
        baseline += font * 1.5;
    };
    line(head, size, input.theme.ink, Weight::SemiBold);
    std::string const of_whom = whose(input.catalogue, input.room, input.view.persona);
    bool const period_asked = input.index.observed && input.view.period != base::any_time;
    line(period_asked ? long_period(input.catalogue, input.view.period) + " \u00B7 " + of_whom
                      : of_whom,
         small, input.theme.second_ink, Weight::Regular);
    auto const touchpoints = static_cast<long long>(input.room.touchpoints.size());
    std::string counts = touchpoints == 1 ? std::string(input.catalogue.text("status.touchpoint"))
                                          : input.catalogue.format("status.touchpoints",
                                                                   {base::grouped(touchpoints)});
    metrics::Totals const& totals = input.figures.totals;
    if (totals.borrowed > 0) {
        // A sum of one persona's rows and of everybody's would be nobody's.
        counts = input.catalogue.format("status.borrowed",
                                        {base::grouped(totals.borrowed), base::grouped(touchpoints),
                                         customers_word(input.catalogue, input.room)});
    } else if (totals.broken_promises && input.view.overlay != Overlay::None) {
        counts +=
            " \u00B7 " + count_text(input.catalogue, "status.broken", *totals.broken_promises);
    }
    line(counts, small, input.theme.second_ink, Weight::Regular);
}

}  // namespace

void paint_title(PaintContext const& c) {
    c.painter.box({ItemKind::Chrome, 0, Role::Ground},
                  {0, 0, c.input.view.size.w, c.chrome.map.y - 4 * c.unit}, c.input.theme.ground);
    Place const& place = c.chrome.place;
    bool const home =
        !place.frame || (c.input.layout.frames[*place.frame].level == 0 && !place.column);
    if (c.input.view.board != Board::None) {
        paint_board_title(c);
    } else if (home) {
        paint_home_title(c);
    } else {
        paint_breadcrumb(c);
        auto const told = told_words(chrome_input(c.input));
        if (told) {
            paint_told_title(c, *told);
        } else {
            paint_place_title(c);
        }
    }
    paint_status(c);
}

}  // namespace scene
