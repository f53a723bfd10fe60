#include "scene/evidence_plan.hpp"

#include <algorithm>
#include <string_view>

#include "scene/evidence_at.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// Design millimetres and capitals, at the scale at which a sheet opens.
constexpr double title_cap = 11;
constexpr double small_cap = 7.4;
constexpr double quote_cap = 9.6;
constexpr double mark_cap = 6.6;
constexpr double padding = 24;
constexpr double cross_mm = 46;
constexpr double gap = 12;
// Two sheets stand beside each other.
constexpr double most_width_share = 0.45;
constexpr double most_height_share = 0.94;
constexpr double words_width = 620;
// What was said is as large as it fits.
constexpr double largest_words = 1.3;
constexpr double smallest_words = 0.55;

class EvidencePlanner {
public:
    EvidencePlanner(ChromeInput const& input, OpenEvidence const& open,
                    BlockHeight const& height_of)
        : m_in(input),
          m_open(open),
          m_height_of(height_of),
          m_k(chrome_unit(input.view.size, input.physical) * input.physical.hand_type),
          m_area(map_viewport(input.view.size, input.physical)),
          m_most_w(input.view.size.w * most_width_share),
          m_most_h(m_area.bottom() * most_height_share) {}

    EvidencePlan plan() {
        if (m_open.evidence.picture.empty()) {
            words_sheet();
        } else {
            picture_sheet();
        }
        scale_and_place();
        return std::move(m_plan);
    }

private:
    double size(double cap) const { return layout::font_size_for_cap(cap) * m_k * m_shrink; }
    double mm(double millimetres) const { return millimetres * m_k * m_shrink; }
    base::Catalogue const& words() const { return m_in.catalogue; }
    model::Touchpoint const& touchpoint() const { return m_in.room.at(m_open.evidence.touchpoint); }

    double paragraph(CardText look) {
        double const height =
            m_height_of(look.text, {m_width / look.size, look.lines, look.share, look.weight}) *
            look.size;
        look.rect = {mm(padding), m_y, m_width, height};
        m_plan.texts.push_back(std::move(look));
        return height;
    }

    // The title keeps clear of the cross.
    void head(std::string const& below) {
        double const full = m_width;
        m_width -= mm(cross_mm - padding / 2);
        m_y += paragraph({Role::Title,
                          touchpoint().title,
                          size(title_cap),
                          true,
                          Weight::SemiBold,
                          2,
                          0.7,
                          {},
                          Align::Left});
        m_y += paragraph(
            {Role::Label, below, size(small_cap), false, Weight::Regular, 1, 0.7, {}, Align::Left});
        m_width = full;
        m_y += mm(gap);
    }

    void mark(std::string text, bool dashed) {
        double const s = size(mark_cap);
        double const wide = m_in.measure.width_em(text, Weight::Medium) * s + s * 1.1;
        m_plan.marks.push_back({std::move(text), s, dashed, {m_mark_x, m_y, wide, s * 1.7}});
        m_mark_x += wide + s * 0.6;
    }

    std::string consent_words(std::optional<bool> given) const {
        return std::string(words().text(!given   ? "evidence.consent-unknown"
                                        : *given ? "evidence.consent-given"
                                                 : "evidence.consent-refused"));
    }

    void picture_sheet() {
        auto const& all = touchpoint().media;
        auto const at = std::find(all.begin(), all.end(), m_open.evidence.picture);
        std::string below = m_open.evidence.picture;
        if (all.size() > 1) {
            below = words().format("evidence.picture-of",
                                   {std::to_string(at - all.begin() + 1),
                                    std::to_string(all.size()), m_open.evidence.picture});
        }
        bool const shown = m_open.aspect > 0;
        double const foot = size(mark_cap) * 1.7 + mm(gap);
        double const heads = mm(padding) + size(title_cap) * 1.3 + size(small_cap) * 1.3 + mm(gap);
        double const high = m_most_h - heads - foot - mm(padding);
        double const wide = m_most_w - 2 * mm(padding);
        double const w = shown ? std::min(wide, high * m_open.aspect) : wide;
        m_width = std::max(w, std::min(wide, mm(320)));
        m_y = mm(padding);
        head(below);
        if (shown) {
            double const h = w / m_open.aspect;
            m_plan.picture = {mm(padding) + (m_width - w) / 2, m_y, w, h};
            m_y += h + mm(gap);
        } else {
            m_y += paragraph({Role::Label,
                              words().format("card.picture-missing", {m_open.evidence.picture}),
                              size(quote_cap),
                              true,
                              Weight::Regular,
                              3,
                              0.8,
                              {},
                              Align::Left}) +
                   mm(gap);
        }
        m_mark_x = mm(padding);
        mark(consent_words(touchpoint().media_consent), false);
        m_y += foot;
        m_plan.paper = {0, 0, m_width + 2 * mm(padding), m_y + mm(padding) - mm(gap)};
    }

    std::string said_by(model::Verbatim const& verbatim) const {
        std::string text;
        auto const add = [&](std::string const& part) {
            if (part.empty()) return;
            text += (text.empty() ? "" : " \u00B7 ") + part;
        };
        if (verbatim.persona) {
            add(words().format("evidence.like", {m_in.room.at(verbatim.persona).name}));
        }
        add(verbatim.channel);
        if (verbatim.date) add(base::format_date(*verbatim.date));
        add(verbatim.source);
        return text;
    }

    std::vector<model::Verbatim const*> verbatims() const {
        std::vector<model::Verbatim const*> all;
        auto const& index = m_in.index;
        std::size_t const t = m_open.evidence.touchpoint.index();
        for (std::uint32_t i = index.verbatim_starts[t]; i < index.verbatim_starts[t + 1]; ++i)
            all.push_back(&m_in.room.verbatims[index.verbatims[i]]);
        return all;
    }

    void quote(model::Verbatim const& verbatim) {
        m_y += paragraph({Role::Quote,
                          words().format("quote", {verbatim.text}),
                          size(quote_cap),
                          true,
                          Weight::Regular,
                          12,
                          1,
                          {},
                          Align::Left});
        m_y += mm(2);
        std::string const who = said_by(verbatim);
        if (!who.empty()) {
            m_y += paragraph({Role::Source,
                              who,
                              size(small_cap),
                              false,
                              Weight::Regular,
                              2,
                              0.8,
                              {},
                              Align::Left});
        }
        m_y += mm(4);
        m_mark_x = mm(padding);
        if (verbatim.invented.value_or(false)) {
            mark(std::string(words().text("evidence.invented")), true);
        } else {
            mark(consent_words(verbatim.consent), false);
        }
        m_y += size(mark_cap) * 1.7 + mm(gap);
    }

    // One size for all that was said; where even the smallest has no room, the last ones are
    // counted.
    void words_sheet() {
        auto const all = verbatims();
        for (std::size_t shown = all.size(); m_shrink > 0; --shown) {
            for (m_shrink = largest_words; m_shrink >= smallest_words; m_shrink *= 0.93) {
                lay_words(all, shown);
                if (m_plan.paper.h <= m_most_h || (shown <= 1 && m_shrink * 0.93 < smallest_words))
                    return;
            }
        }
    }

    void lay_words(std::vector<model::Verbatim const*> const& all, std::size_t shown) {
        m_plan = {};
        m_width = std::min(m_most_w - 2 * mm(padding), words_width * m_k * std::max(1.0, m_shrink));
        m_y = mm(padding);
        head(all.empty() ? std::string(words().text("evidence.none-said"))
                         : words().format("evidence.said", {std::to_string(all.size())}));
        for (std::size_t i = 0; i < shown; ++i) {
            m_plan.rules.push_back({mm(padding), m_y, m_width, 1});
            m_y += mm(gap);
            quote(*all[i]);
        }
        if (shown < all.size()) {
            m_y += paragraph({Role::Label,
                              words().format("evidence.more", {std::to_string(all.size() - shown)}),
                              size(small_cap),
                              false,
                              Weight::Regular,
                              1,
                              0.8,
                              {},
                              Align::Left});
        }
        thoughts();
        ideas();
        m_plan.paper = {0, 0, m_width + 2 * mm(padding), m_y + mm(padding) - mm(gap)};
    }

    void section(std::string const& name) {
        m_plan.rules.push_back({mm(padding), m_y, m_width, 1});
        m_y += mm(gap);
        m_y += paragraph(
            {Role::Label, name, size(small_cap), false, Weight::Medium, 2, 0.8, {}, Align::Left});
        m_y += mm(2);
    }

    void line(std::string text) {
        m_y += paragraph({Role::Why,
                          std::move(text),
                          size(quote_cap),
                          true,
                          Weight::Regular,
                          8,
                          1,
                          {},
                          Align::Left});
    }

    // What they think at the steps where it stands, with their pains and gains, a line each.
    void thoughts() {
        for (model::StepId const id : thinking_steps(m_in.room, m_open.evidence.touchpoint)) {
            model::Step const& step = m_in.room.at(id);
            section(words().format("evidence.thinking", {step.action}));
            std::string_view rest = step.thought;
            while (!rest.empty()) {
                std::size_t const end = std::min(rest.find('\n'), rest.size());
                if (end > 0) line(std::string(rest.substr(0, end)));
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
            m_y += mm(gap);
        }
    }

    // What the room means to do about it.
    void ideas() {
        std::string names;
        for (model::Initiative const& idea : m_in.room.initiatives) {
            auto const& at = idea.touchpoints;
            if (std::find(at.begin(), at.end(), m_open.evidence.touchpoint) == at.end()) continue;
            names += (names.empty() ? "" : " \u00B7 ") + idea.name;
            if (!idea.state.empty()) names += " (" + idea.state + ")";
        }
        if (names.empty()) return;
        section(std::string(words().text("evidence.ideas")));
        line(std::move(names));
        m_y += mm(gap);
    }

    // About the centre of the sheet; a hand scales type and picture alike.
    void scale_and_place() {
        double const scale = m_open.scale;
        ScreenPoint const at{m_open.centre.x - m_plan.paper.w * scale / 2,
                             m_open.centre.y - m_plan.paper.h * scale / 2};
        auto const place = [&](ScreenRect& rect) {
            rect = {at.x + rect.x * scale, at.y + rect.y * scale, rect.w * scale, rect.h * scale};
        };
        place(m_plan.paper);
        if (!m_plan.picture.empty()) place(m_plan.picture);
        for (CardText& text : m_plan.texts) {
            place(text.rect);
            text.size *= scale;
        }
        for (EvidenceMark& mark : m_plan.marks) {
            place(mark.rect);
            mark.size *= scale;
        }
        for (ScreenRect& rule : m_plan.rules) {
            double const thick = rule.h;
            place(rule);
            rule.h = thick;
        }
        // A target for a finger, however small the sheet was made.
        double const side = cross_mm * m_k;
        ScreenRect const area = evidence_area(m_in);
        auto const kept = [&](double wanted, double low, double high) {
            return std::max(low, std::min(wanted, high - side));
        };
        m_plan.cross = {kept(m_plan.paper.right() - side - 4 * m_k, area.x, area.right()),
                        kept(m_plan.paper.y + 4 * m_k, area.y, area.bottom()), side, side};
    }

    ChromeInput const& m_in;
    OpenEvidence const& m_open;
    BlockHeight const& m_height_of;
    double m_k;
    ScreenRect m_area;
    double m_most_w;
    double m_most_h;
    EvidencePlan m_plan;
    double m_shrink = 1;
    double m_width = 0;
    double m_y = 0;
    double m_mark_x = 0;
};

}  // namespace

ScreenRect evidence_area(ChromeInput const& input) {
    ScreenRect const map = map_viewport(input.view.size, input.physical);
    return {0, 0, input.view.size.w, map.bottom()};
}

EvidencePlan plan_evidence(ChromeInput const& input, OpenEvidence const& open,
                           BlockHeight const& height_of) {
    return EvidencePlanner(input, open, height_of).plan();
}

}  // namespace scene
