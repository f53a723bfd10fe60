// The sheet beside a stage in focus: one sentence, then a line a promise. Figures stand at the
// right edge, under each other.
#include <algorithm>

#include "layout/stage_texts.hpp"
#include "scene/old_figures.hpp"
#include "scene/paint.hpp"
#include "scene/sheet.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// Design millimetres.
constexpr double headline_cap = 19;
constexpr double sentence_cap = 11;
constexpr double small_cap = 8.4;
constexpr double indent = 36;  // behind the mark
constexpr double mark = 19;
// Baselines in a line.
constexpr double first_baseline = 30;
constexpr double second_baseline = 51;

class SheetPainter {
public:
    explicit SheetPainter(PaintContext const& c)
        : m_c(c),
          m_p(c.painter),
          m_k(c.unit * c.input.physical.hand_type),
          m_stage(c.input.view.focus.stage) {}

    void paint() {
        head();
        double rows_end = m_c.chrome.sheet.y + sheet_head_height * m_k;
        double foot = m_c.chrome.sheet.bottom();
        for (Control const& control : m_c.chrome.controls) {
            if (control.kind == ControlKind::SheetTouchpoint) {
                touchpoint(control);
                rows_end = control.rect.bottom();
            } else if (control.kind == ControlKind::SheetJourney) {
                journey(control);
                foot = std::min(foot, control.rect.y);
            }
        }
        quote(more(rows_end), foot);
    }

private:
    Theme const& theme() const { return m_c.input.theme; }
    base::Catalogue const& words() const { return m_c.input.catalogue; }
    Overlay overlay() const { return m_c.input.view.overlay; }
    double size(double cap) const { return layout::font_size_for_cap(cap) * m_k; }
    bool promises_first() const {
        return overlay() == Overlay::Reliability || overlay() == Overlay::None;
    }

    struct Count {
        int all = 0, bad = 0, known = 0;
        std::int64_t broken_promises = 0;
    };

    std::vector<model::TouchpointId> touchpoints() const {
        auto const& index = m_c.input.index;
        std::vector<model::TouchpointId> seen;
        for (std::uint32_t i = index.placement_starts[m_stage.index()];
             i < index.placement_starts[m_stage.index() + 1]; ++i) {
            model::TouchpointId const id =
                m_c.input.room.placements[index.placements[i]].touchpoint;
            if (std::find(seen.begin(), seen.end(), id) == seen.end()) seen.push_back(id);
        }
        return seen;
    }

    Count count() const {
        Count count;
        for (model::TouchpointId const id : touchpoints()) {
            auto const& f = m_c.figures(id);
            bool const rival = overlay() == Overlay::Differentiation;
            count.all += rival || f.has_promise ? 1 : 0;
            count.known += (rival ? f.position.has_value() : f.due.value_or(0) > 0) ? 1 : 0;
            bool const bad = rival ? f.position == metrics::Position::Lag
                                   : f.state == metrics::PromiseState::Broken;
            count.bad += bad ? 1 : 0;
            if (f.has_promise) count.broken_promises += f.broken_promises.value_or(0);
        }
        return count;
    }

    std::string headline(Count const& n) const {
        std::string const bad = std::to_string(n.bad);
        std::string const all = std::to_string(n.all);
        switch (overlay()) {
            case Overlay::Reliability:
            case Overlay::Volume:
                if (n.bad > 0) return words().format("sheet.broken", {bad, all});
                return std::string(
                    words().text(n.known > 0 ? "sheet.none-broken" : "sheet.none-measured"));
            case Overlay::Differentiation:
                if (n.bad > 0) return words().format("sheet.behind", {bad, all});
                return std::string(
                    words().text(n.known > 0 ? "sheet.none-behind" : "sheet.none-compared"));
            case Overlay::Emotion:
                return std::string(words().text("sheet.emotion"));
            case Overlay::Importance:
                return std::string(words().text("sheet.importance"));
            case Overlay::Effort:
                return std::string(words().text("sheet.effort"));
            case Overlay::PerceptionGap:
            case Overlay::None:
                break;
        }
        return std::string(words().text("sheet.promises"));
    }

    void head() {
        ScreenRect const sheet = m_c.chrome.sheet;
        Count const n = count();
        double const used =
            m_p.paragraph({ItemKind::Stage, m_stage.value, Role::Title}, headline(n),
                          {{sheet.x, sheet.y + 6 * m_k, sheet.w, sheet.h},
                           size(headline_cap),
                           theme().ink,
                           Weight::SemiBold,
                           1,
                           0.6});
        if (overlay() != Overlay::Reliability || n.bad == 0) return;
        std::string const line = count_text(words(), "card.let-down", n.broken_promises,
                                            short_period(words(), m_c.input.view.period));
        m_p.paragraph({ItemKind::Stage, m_stage.value, Role::Subtitle}, line,
                      {{sheet.x, sheet.y + used + 12 * m_k, sheet.w, sheet.h},
                       size(sentence_cap),
                       theme().second_ink,
                       Weight::Regular,
                       1,
                       0.7});
    }

    void hairline(Tag tag, ScreenRect const& rect) {
        m_p.rule({tag.kind, tag.item, Role::Rule}, {rect.x, rect.y, rect.w, m_p.mm(0.3)},
                 theme().quiet_line);
    }

    // The figure at the right edge; returns the width it takes.
    double figure(Tag tag, model::TouchpointId touchpoint, ScreenRect const& rect) {
        if (overlay() == Overlay::None) return 0;
        auto const& f = m_c.figures(touchpoint);
        Wording wording = wording_of(overlay(), m_c.input.figures, touchpoint, words());
        if (overlay() == Overlay::Volume && !wording.value.empty()) {
            // The number that counts is not parted from what it is of.
            wording = {std::string(words().text("sheet.volume")),
                       words().format("figure.k-of-n",
                                      {base::grouped(*f.broken_promises), base::grouped(*f.due)})};
        }
        bool const counted = !wording.value.empty();
        double const first = size(counted ? sentence_cap : small_cap);
        double wide = m_p.text({tag.kind, tag.item, counted ? Role::Measure : Role::State},
                               counted ? wording.value : wording.word,
                               {rect.right(), rect.y + first_baseline * m_k, first,
                                counted ? theme().ink : theme().second_ink,
                                counted ? Weight::SemiBold : Weight::Regular, Align::Right});
        if (!counted) return wide;
        double const second = size(small_cap);
        std::string below = wording.word;
        if (overlay() == Overlay::Reliability && f.broken_promises.value_or(0) > 0) {
            std::string const people = count_text(words(), "status.broken", *f.broken_promises);
            bool const broken = f.state == metrics::PromiseState::Broken;
            below = broken ? people : below + " \u00B7 " + people;
        }
        wide = std::max(wide, m_p.text({tag.kind, tag.item, Role::State}, below,
                                       {rect.right(), rect.y + second_baseline * m_k, second,
                                        theme().second_ink, Weight::Regular, Align::Right}));
        return wide;
    }

    void touchpoint(Control const& line) {
        Tag const tag{ItemKind::Touchpoint, line.touchpoint.value, Role::Promise};
        ScreenRect const rect = line.rect;
        hairline(tag, rect);
        auto const sign = state_mark(m_c, line.touchpoint);
        double const line_middle =
            rect.y + first_baseline * m_k - size(sentence_cap) * layout::cap_height_em / 2;
        if (sign) {
            paint_state_mark(m_c, {tag.kind, tag.item, Role::Mark}, *sign,
                             {{rect.x + mark * m_k / 2, line_middle}, mark * m_k});
        }
        double const taken = figure(tag, line.touchpoint, rect);
        double const x = rect.x + (sign ? indent * m_k : 0);
        words_of(line, {x, rect.y, rect.right() - x - taken - 28 * m_k, rect.h});
    }

    void words_of(Control const& line, ScreenRect const& box) {
        model::Touchpoint const& data = m_c.input.room.at(line.touchpoint);
        model::Promise const* const promise = m_c.promise(line.touchpoint);
        bool const promise_on_top = promises_first() && promise != nullptr;
        std::string const& top = promise_on_top ? promise->wording : data.title;
        std::string below;
        if (promise != nullptr) below = promise_on_top ? data.title : promise->wording;
        if (!data.channels.empty())
            below += (below.empty() ? "" : " \u00B7 ") + channels_text(words(), data);
        if (striped(overlay(), m_c.input.figures, line.touchpoint)) {
            std::string const old = old_words(chrome_input(m_c.input), overlay(), line.touchpoint);
            below = below.empty() ? old : old + " \u00B7 " + below;
        }
        Tag const tag{ItemKind::Touchpoint, line.touchpoint.value,
                      promise_on_top ? Role::Promise : Role::Title};
        auto const one_line = [&](Tag t, std::string const& text, double baseline, TextBox look) {
            auto const& block = m_c.input.text.block(
                text, {box.w / look.size, 1, look.smallest_share, look.weight});
            // Beside its mark, whatever the direction it is read in.
            look.rect = {box.x, box.y + baseline * m_k - block.baseline(0) * look.size,
                         block.width * look.size, box.h};
            m_p.block(t, block, look.rect, look.size, look.color);
        };
        one_line(tag, top, first_baseline,
                 {{}, size(sentence_cap), theme().ink, Weight::SemiBold, 1, 0.66});
        one_line({tag.kind, tag.item, Role::Subtitle}, below, second_baseline,
                 {{}, size(small_cap), theme().second_ink, Weight::Regular, 1, 0.7});
    }

    void journey(Control const& line) {
        layout::Frame const& frame = m_c.input.layout.frames[line.frame];
        Tag const tag{ItemKind::Journey, frame.journey.value, Role::Title};
        hairline(tag, line.rect);
        auto const& f = m_c.input.figures.journeys[frame.journey.index()];
        double const baseline = line.rect.y + 27 * m_k;
        m_p.paragraph(tag, words().format("sheet.journey", {line.label}),
                      {{line.rect.x, line.rect.y + 9 * m_k, line.rect.w - 30 * m_k, line.rect.h},
                       size(sentence_cap),
                       theme().ink,
                       Weight::Medium,
                       1,
                       0.7});
        m_p.text({tag.kind, tag.item, Role::Link}, "\u203A",
                 {line.rect.right(), baseline, size(sentence_cap), theme().second_ink,
                  Weight::Medium, Align::Right});
        auto const said = yield_words(words(), f);
        if (!said || overlay() == Overlay::None) return;
        std::string const yield = words().format(
            "title.journey",
            {customers_word(words(), m_c.input.room), "", said->of_hundred, said->basis});
        double const side = size(small_cap) * 0.95;
        double const sign = said->old ? side * 1.35 : 0;
        if (said->old) {
            double const middle = line.rect.y + 33 * m_k +
                                  size(small_cap) * (layout::ascent_em - layout::cap_height_em / 2);
            paint_state_mark(m_c, {tag.kind, tag.item, Role::Mark},
                             {{Shape::Disc, theme().second_ink, {}}, true},
                             {{line.rect.x + side / 2, middle}, side});
        }
        m_p.paragraph(
            {tag.kind, tag.item, Role::Yield}, yield,
            {{line.rect.x + sign, line.rect.y + 33 * m_k, line.rect.w - sign, line.rect.h},
             size(small_cap),
             theme().second_ink,
             Weight::Regular,
             1,
             0.7});
    }

    // The hardest words said at one of the lines; the overlays that show feelings show them too.
    std::optional<std::uint32_t> hardest_verbatim() const {
        auto const& index = m_c.input.index;
        std::optional<std::uint32_t> hardest;
        double least = 0;
        for (Control const& control : m_c.chrome.controls) {
            if (control.kind != ControlKind::SheetTouchpoint) continue;
            for (std::uint32_t i = index.verbatim_starts[control.touchpoint.index()];
                 i < index.verbatim_starts[control.touchpoint.index() + 1]; ++i) {
                double const felt =
                    m_c.input.room.verbatims[index.verbatims[i]].sentiment.value_or(0);
                if (hardest && felt >= least) continue;
                hardest = index.verbatims[i];
                least = felt;
            }
        }
        return hardest;
    }

    // How many lines are left out, below the last one; returns where it ends.
    double more(double top) {
        auto const& controls = m_c.chrome.controls;
        auto const shown = std::count_if(
            controls.begin(), controls.end(),
            [](Control const& control) { return control.kind == ControlKind::SheetTouchpoint; });
        auto const all = static_cast<std::ptrdiff_t>(touchpoints().size());
        if (shown >= all) return top;
        ScreenRect const sheet = m_c.chrome.sheet;
        Tag const tag{ItemKind::Stage, m_stage.value, Role::Label};
        hairline(tag, {sheet.x, top, sheet.w, 1});
        std::string const left_out = std::to_string(all - shown);
        m_p.text(tag, words().format("sheet.more", {left_out}),
                 {sheet.x, top + 20 * m_k, size(small_cap), theme().second_ink});
        return top + sheet_more_height * m_k;
    }

    // One voice where there is room for it.
    void quote(double top, double bottom) {
        auto const chosen = hardest_verbatim();
        if (!chosen) return;
        std::string const text = layout::quote_text(words(), m_c.input.room.verbatims[*chosen]);
        ScreenRect const sheet = m_c.chrome.sheet;
        double const s = size(sentence_cap);
        auto const& block = m_c.input.text.block(text, {sheet.w / s, 2, 0.8});
        double const height = block.height * s;
        double const air = 18 * m_k;
        if (block.cut || top + height + 2 * air > bottom) return;
        Tag const tag{ItemKind::Quote, *chosen, Role::Quote};
        hairline(tag, {sheet.x, top, sheet.w, 1});
        m_p.block(tag, block, {sheet.x, top + air, sheet.w, height}, s, theme().second_ink);
    }

    PaintContext const& m_c;
    Painter& m_p;
    double m_k;
    model::StageId m_stage;
};

}  // namespace

void paint_sheet(PaintContext const& c) {
    if (c.chrome.sheet.empty()) return;
    c.painter.push_alpha(c.input.view.focus_share);
    SheetPainter(c).paint();
    c.painter.pop_alpha();
}

}  // namespace scene
