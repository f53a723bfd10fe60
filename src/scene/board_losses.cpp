#include "scene/board_losses.hpp"

#include <algorithm>

#include "metrics/customer_asset.hpp"
#include "scene/asset_bowl.hpp"

namespace scene {
namespace {

constexpr double words_cap = 10.5;
constexpr double small_cap = 8.2;
constexpr double stage_cap = 10;
constexpr double narrowest_column = 122;  // design millimetres
constexpr double column_gap = 16;
constexpr double largest_marble = 10;
constexpr double pitch = 2.2;  // radii from marble to marble
constexpr Tag label_tag{ItemKind::Room, 0, Role::Label};

class LossPainter {
public:
    LossPainter(PaintContext const& c, LossesLook const& look)
        : m_c(c),
          m_p(c.painter),
          m_look(look),
          m_k(c.unit * c.input.physical.hand_type * look.growth) {}

    void paint() {
        ScreenRect const& area = m_look.area;
        auto const fit = static_cast<std::size_t>(std::max(1.0, area.w / (narrowest_column * m_k)));
        std::size_t const most = fit * static_cast<std::size_t>(std::max(1, m_look.rows));
        auto const all =
            folded(stage_losses(m_c.input.room, m_c.input.layout, m_look.period), most);
        bool const any =
            std::any_of(all.begin(), all.end(), [](StageLoss const& l) { return l.count > 0; });
        double const s = head(any);
        if (!any) return;
        columns({area.x, area.y + s * 1.9, area.w, area.h - s * 1.9}, all);
    }

private:
    double size(double cap) const { return layout::font_size_for_cap(cap) * m_k; }
    std::string_view word(char const* key) const { return m_c.input.catalogue.text(key); }

    // In rows of stages as even as can be.
    void columns(ScreenRect const& area, std::vector<StageLoss> const& all) {
        auto const rows = std::min(static_cast<std::size_t>(std::max(1, m_look.rows)), all.size());
        std::size_t const in_row = (all.size() + rows - 1) / rows;
        double const apart = rows > 1 ? 2 * size(stage_cap) : 0;
        double const wide = area.w / static_cast<double>(in_row);
        double high = (area.h + apart) / static_cast<double>(rows) - apart;
        std::int64_t most_lost = 0;
        for (StageLoss const& loss : all)
            most_lost = std::max(most_lost, loss.count);
        // Below names of two lines; a marble is a marble, in the bowls and in all stages.
        double const words = size(stage_cap) * 6.2 + size(small_cap) * 2.9;
        int const most = marbles_of(most_lost, m_look.marble);
        double const inner = wide - column_gap * m_c.unit;
        m_radius = pile_radius({0, 0, inner, high - words}, most);
        // Several rows are no higher than their highest pile.
        if (rows > 1 && m_radius > 0) {
            int const piled = (most + in_a_row(inner, m_radius) - 1) / in_a_row(inner, m_radius);
            high = std::min(high, words + (piled + 0.5) * pitch * m_radius);
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::size_t const row = i / in_row;
            column({area.x + static_cast<double>(i % in_row) * wide,
                    area.y + static_cast<double>(row) * (high + apart), inner, high},
                   all[i]);
        }
    }

    // What this is, what a marble stands for, and what is wrong with the list. Returns the size of
    // its type.
    double head(bool any) {
        ScreenRect const& area = m_look.area;
        Theme const& theme = m_c.input.theme;
        std::string_view const title = word(any ? "board:asset.reasons" : "board:asset.no-reasons");
        std::string const marble =
            m_look.marble == 1
                ? std::string(word("board:asset.marble-one"))
                : m_c.input.catalogue.format("board:asset.marble", {base::grouped(m_look.marble)});
        std::string const warning = any ? warnings() : std::string();
        double s = size(words_cap);
        double const wide = m_p.width(title, s, Weight::SemiBold) +
                            m_p.width(marble, s, Weight::Regular) +
                            m_p.width(warning, s, Weight::Medium) + 5 * s;
        s *= std::min(1.0, area.w / std::max(1.0, wide));
        double const line = area.y + s;
        double const end =
            m_p.text(label_tag, title, {area.x, line, s, theme.ink, Weight::SemiBold});
        if (!warning.empty()) pill(warning, {area.x + end + 1.6 * s, line}, s);
        m_p.text(label_tag, marble,
                 {area.right(), line, s, theme.second_ink, Weight::Regular, Align::Right});
        return s;
    }

    void pill(std::string const& text, ScreenPoint at, double s) {
        Tag const tag{ItemKind::Room, 0, Role::State};
        Quad box;
        box.rect = {at.x - s * 0.6, at.y - s * 1.05, m_p.width(text, s, Weight::Medium) + s * 1.2,
                    s * 1.5};
        box.radius = static_cast<float>(s * 0.75);
        box.pattern = Pattern::Dashed;
        box.border = m_c.input.theme.ink;
        box.border_width = static_cast<float>(std::max(1.0, s * 0.08));
        m_p.quad(tag, box);
        m_p.text(tag, text, {at.x, at.y, s, m_c.input.theme.ink, Weight::Medium});
    }

    // Reasons that name more people than left are wrong; a list says little when for over a quarter
    // of them no reason is known.
    std::string warnings() const {
        std::vector<metrics::LossCount> counts;
        for (model::LossReason const& reason : m_c.input.room.loss_reasons) {
            if (reason.period == m_look.period) counts.push_back({reason.reason, reason.count});
        }
        auto const summary = metrics::summarise_losses(counts, m_look.lost);
        auto const& catalogue = m_c.input.catalogue;
        std::string text;
        if (summary.over > 0)
            text = catalogue.format("board:asset.over", {base::grouped(summary.over)});
        if (summary.unexplained > 0)
            text =
                catalogue.format("board:asset.unexplained", {base::grouped(summary.unexplained)});
        if (!summary.too_many_unknown) return text;
        if (!text.empty()) text += " \u00B7 ";
        text += word("board:asset.too-many-unknown");
        return text;
    }

    std::string name_of(StageLoss const& loss) const {
        if (loss.stage) return m_c.input.room.at(loss.stage).name;
        if (loss.stages > 1)
            return m_c.input.catalogue.format("board:asset.more-stages",
                                              {std::to_string(loss.stages)});
        return std::string(word("board:asset.nowhere"));
    }

    // The largest reason; with its own count where it is not the only one.
    std::string reasons_of(StageLoss const& loss) const {
        if (loss.top_count == loss.count) return loss.top_reason;
        return m_c.input.catalogue.format("board:asset.reason-among",
                                          {loss.top_reason, base::grouped(loss.top_count),
                                           base::grouped(loss.count - loss.top_count)});
    }

    void column(ScreenRect const& area, StageLoss const& loss) {
        Theme const& theme = m_c.input.theme;
        double const s = size(stage_cap);
        double const small = size(small_cap);
        Tag const tag{loss.stage ? ItemKind::Stage : ItemKind::Room, loss.stage.value, Role::Name};
        m_p.rule({tag.kind, tag.item, Role::Rule}, {area.x, area.y, area.w, m_p.mm(0.3)},
                 theme.line);
        double const needed = s * 1.8 + s * 1.7;
        bool const one_line = area.h < needed + s * 1.2;
        bool const reason = area.h > needed + small * (one_line ? 1.4 : 2.8);
        double y = area.y + s * 0.4;
        y += m_p.paragraph(tag, name_of(loss),
                           {{area.x, y, area.w, s * (one_line ? 1.3 : 2.6)},
                            s * 0.9,
                            loss.count > 0 ? theme.ink : theme.second_ink,
                            Weight::SemiBold,
                            one_line ? 1 : 2,
                            0.6});
        if (loss.count == 0) return;
        int const lines = one_line ? 1 : 2;
        double figure = area.bottom() - small * 0.3;
        if (reason) {
            figure -= small * (lines + 0.6);
            m_p.paragraph({tag.kind, tag.item, Role::Why}, reasons_of(loss),
                          {{area.x, figure + small * 0.4, area.w, small * (lines + 0.5)},
                           small,
                           theme.second_ink,
                           Weight::Regular,
                           lines,
                           0.7});
        }
        m_p.text({tag.kind, tag.item, Role::Figure}, base::grouped(loss.count),
                 {area.x, figure, s * 1.2, theme.ink, Weight::SemiBold});
        double const top = y + 4 * m_c.unit;
        pile({area.x, top, area.w, figure - s * 1.3 - top}, marbles_of(loss.count, m_look.marble),
             tag);
    }

    static int in_a_row(double wide, double radius) {
        return std::max(1, static_cast<int>(wide / (pitch * radius) + 1e-9));
    }

    double pile_radius(ScreenRect const& area, int count) const {
        double radius = m_look.radius > 0 ? m_look.radius * marble_share
                                          : largest_marble * m_c.unit * m_look.growth;
        if (count == 0 || area.h < pitch * 0.2 * radius) return 0;
        auto const rows = [&] {
            int const row = in_a_row(area.w, radius);
            return (count + row - 1) / row;
        };
        while (rows() * pitch * radius > area.h)
            radius *= 0.94;
        return radius;
    }

    // Marbles in rows from the bottom.
    void pile(ScreenRect const& area, int count, Tag tag) {
        double const radius = m_radius;
        if (radius <= 0) return;
        int const in_row = in_a_row(area.w, radius);
        for (int i = 0; i < count; ++i) {
            int const row = i / in_row;
            double const x = area.x + (i % in_row + 0.5) * pitch * radius;
            double const y = area.bottom() - (row + 0.5) * pitch * radius;
            Quad marble;
            marble.rect = {x - radius, y - radius, 2 * radius, 2 * radius};
            marble.radius = static_cast<float>(radius);
            marble.fill = m_c.input.theme.ink;
            m_p.quad({tag.kind, tag.item, Role::Mark}, marble);
        }
    }

    PaintContext const& m_c;
    Painter& m_p;
    LossesLook const& m_look;
    double m_k;
    double m_radius = 0;  // of the marbles, px; 0: there is no room for them
};

void add(StageLoss& to, StageLoss const& loss) {
    to.count += loss.count;
    if (loss.top_count <= to.top_count) return;
    to.top_count = loss.top_count;
    to.top_reason = loss.top_reason;
}

}  // namespace

std::vector<StageLoss> stage_losses(model::Room const& room, layout::MapLayout const& layout,
                                    base::Period period) {
    std::vector<StageLoss> all;
    auto const level0 = std::find_if(layout.frames.begin(), layout.frames.end(),
                                     [](layout::Frame const& f) { return f.level == 0; });
    if (level0 != layout.frames.end()) {
        for (auto const& column : level0->columns)
            all.push_back({column.stage, 0, {}, 0});
    }
    StageLoss nowhere;
    for (model::LossReason const& reason : room.loss_reasons) {
        if (reason.period != period) continue;
        auto const at = std::find_if(all.begin(), all.end(), [&](StageLoss const& loss) {
            return loss.stage == reason.stage;
        });
        add(reason.stage && at != all.end() ? *at : nowhere,
            {{}, reason.count, reason.reason, reason.count});
    }
    if (nowhere.count > 0) all.push_back(nowhere);
    return all;
}

std::vector<StageLoss> folded(std::vector<StageLoss> losses, std::size_t most) {
    if (losses.size() <= most) return losses;
    std::erase_if(losses, [](StageLoss const& loss) { return loss.count == 0; });
    if (losses.size() <= most) return losses;
    StageLoss rest;
    rest.stages = 0;
    while (losses.size() + 1 > most && !losses.empty()) {
        // What nobody knows about keeps its own place.
        auto const least = std::min_element(
            losses.begin(), losses.end(), [](StageLoss const& a, StageLoss const& b) {
                bool const known_a = static_cast<bool>(a.stage);
                bool const known_b = static_cast<bool>(b.stage);
                return known_a != known_b ? known_a : a.count < b.count;
            });
        add(rest, *least);
        rest.stages += 1;
        losses.erase(least);
    }
    losses.push_back(rest);
    return losses;
}

void paint_losses(PaintContext const& c, LossesLook const& look) {
    LossPainter(c, look).paint();
}

}  // namespace scene
