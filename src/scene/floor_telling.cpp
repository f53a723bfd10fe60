// What customers do as the journey's own steps tell it, in the lane of customers where the
// blueprint has no box of theirs: quiet boxes, or one sentence where the steps are too narrow for
// words.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "scene/detail.hpp"
#include "scene/floor_parts.hpp"
#include "scene/floor_words.hpp"

namespace scene {
namespace {

// Natural mm.
constexpr double sentence_cap = 7.4;
constexpr double rail_inset = 6;

class TellingPainter {
public:
    explicit TellingPainter(FloorContext const& f) : m_f(f), m_c(f.c), m_p(f.c.painter) {}

    // What customers do, as the journey tells it: beside boxes, and no box of the blueprint.
    void paint() {
        if (tells_nothing()) return tell_to_come_nearer();
        bool const told = !m_f.looks.nodes.empty();
        for (layout::FloorStep const& step : m_f.floor.steps) {
            ScreenRect const rect = m_c.on_screen(step.told);
            if (step.told.empty() || !base::intersects(rect, m_f.shown)) continue;
            m_p.push_alpha(m_f.revealed(rect) * (told ? 1 - 0.7 * m_c.input.view.told_share : 1));
            Quad box;
            box.rect = rect;
            box.radius = static_cast<float>(std::min(4 * m_f.k, m_p.mm(3)));
            box.fill = base::mix(floor_color(m_f.theme()), m_f.theme().card, 0.4);
            m_p.quad({ItemKind::Step, step.step.value, Role::Cell}, box);
            telling(step, rect);
            m_p.pop_alpha();
        }
    }

private:
    // Steps too narrow for a word would be a row of empty boxes: that is said once, where the names
    // of the steps above the lanes do not say it already.
    bool tells_nothing() {
        std::size_t said = 0;
        std::size_t told = 0;
        for (layout::FloorStep const& step : m_f.floor.steps) {
            if (step.told.empty()) continue;
            ++told;
            bool const laid = text_share_of(m_c, step.telling.block.style.size * m_c.scale()) >= 1;
            if (laid || far_telling(step, m_c.on_screen(step.told))) ++said;
        }
        return told > 0 && said * 2 < told;
    }

    void tell_to_come_nearer() {
        double const size = std::max(std::min(layout::font_size_for_cap(sentence_cap) * m_f.k,
                                              m_f.floor.text_em * m_c.scale()),
                                     layout::font_size_for_cap(m_p.mm(smallest_cap_mm)));
        base::Catalogue const& words = m_c.input.catalogue;
        model::JourneyId const journey = m_c.input.layout.frames[m_f.floor.frame].journey;
        for (layout::FloorLane const& lane : m_f.floor.lanes) {
            if (lane.told == 0 || lane.nodes > 0) continue;
            ScreenRect const rect = m_c.on_screen(lane.rect);
            double const left = rect.x + rail_inset * m_f.k;
            ScreenRect const row{left, rect.centre().y - size * 0.6, rect.right() - left,
                                 size * 1.2};
            m_p.push_alpha(m_f.revealed(row));
            std::string const steps = lane.told == 1
                                          ? std::string(words.text("told.step"))
                                          : words.format("told.steps", {std::to_string(lane.told)});
            std::string const text = words.format("floor.told-nearer", {steps});
            double const wide = m_p.width(text, size, Weight::Regular);
            layout::WorldPoint const from =
                to_world(m_c.input.view.camera, m_c.chrome.map, ScreenPoint{row.x, row.y});
            auto const place = place_beside_links(
                m_f.floor, {from.x, from.y, row.w / m_c.scale(), row.h / m_c.scale()},
                wide / m_c.scale());
            if (place) {
                m_p.text({ItemKind::Floor, journey.value, Role::Why}, text,
                         {row.x + (*place - from.x) * m_c.scale(),
                          row.centre().y + size * layout::cap_height_em / 2, size,
                          m_f.theme().second_ink});
            }
            m_p.pop_alpha();
        }
    }

    struct FarTelling {
        layout::TextBlock const* block = nullptr;
        double size = 1;
        double wide = 0;
    };
    // The words of a step as large as can be read; nothing where they find no room.
    std::optional<FarTelling> far_telling(layout::FloorStep const& step,
                                          ScreenRect const& rect) const {
        double const size = layout::font_size_for_cap(m_p.mm(smallest_cap_mm));
        double const wide = rect.w - size * 0.8;
        int const lines = static_cast<int>(rect.h / (size * layout::line_height_em));
        if (lines < 1 || wide < size * 4) return std::nullopt;
        auto const& block = m_c.input.text.block(m_c.input.room.at(step.step).action,
                                                 {std::floor(4 * wide / size) / 4, lines});
        if (block.word_cut) return std::nullopt;
        return FarTelling{&block, size, wide};
    }

    void telling(layout::FloorStep const& step, ScreenRect const& rect) {
        Tag const tag{ItemKind::Step, step.step.value, Role::Action};
        if (text_share_of(m_c, step.telling.block.style.size * m_c.scale()) >= 1) {
            m_p.block(tag, step.telling.block, m_c.on_screen(step.telling.rect), m_c.scale(),
                      m_f.theme().ink);
            return;
        }
        auto const far = far_telling(step, rect);
        if (!far) return;
        double const high = far->block->height * far->size;
        m_p.block(tag, *far->block,
                  {rect.x + far->size * 0.4, rect.centre().y - high / 2, far->wide, high},
                  far->size, m_f.theme().ink);
    }

    FloorContext const& m_f;
    PaintContext const& m_c;
    Painter& m_p;
};

}  // namespace

void paint_told_steps(FloorContext const& f) {
    TellingPainter(f).paint();
}

}  // namespace scene
