#include "scene/board_callout.hpp"

#include <algorithm>

#include "metrics/score_samples.hpp"
#include "scene/old_figures.hpp"
#include "scene/overlay.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

using layout::Weight;

// Design millimetres.
constexpr double pulled_size = 22;
constexpr double title_cap = 12;
constexpr double small_cap = 8.6;
constexpr double callout_pad = 9;
constexpr double tightest = 0.55;  // a long title shrinks to this share

class Speaker {
public:
    Speaker(ChromeInput const& input, model::TouchpointId id)
        : m_in(input), m_id(id), m_f(input.figures.touchpoints[id.index()]) {}

    std::vector<std::string> lines() const {
        Wording const promise = wording_of(Overlay::Reliability, m_in.figures, m_id, words());
        std::vector<std::string> lines{promise.word + " " + promise.value, rival()};
        if (m_f.importance) lines.push_back(weight());
        if (striped_on_board(m_f)) lines.push_back(age());
        return lines;
    }

private:
    base::Catalogue const& words() const { return m_in.catalogue; }

    std::string counted(double score, std::optional<std::int64_t> n) const {
        std::string const text = number(score, 1);
        return n ? words().format("figure.with-n", {text, base::grouped(*n)}) : text;
    }

    std::string rival() const {
        Wording const plain = wording_of(Overlay::Differentiation, m_in.figures, m_id, words());
        if (!m_f.own || !m_f.rival) return plain.word + " " + plain.value;
        auto const samples = metrics::score_samples(m_in.room, m_in.index, m_id, m_in.view.period);
        return plain.word + ": " +
               words().format("figure.own-rival", {counted(*m_f.own, samples.own_n),
                                                   counted(*m_f.rival, samples.rival_n)});
    }

    std::string weight() const {
        auto const& rows = m_in.room.importance;
        auto const row = std::find_if(rows.begin(), rows.end(), [&](model::Importance const& one) {
            return one.touchpoint == m_id;
        });
        std::string const share =
            words().format("importance.share", {number(*m_f.importance * 100, 1)});
        std::string text(words().text("importance.weight"));
        text += " ";
        text += row != rows.end() && row->n
                    ? words().format("figure.with-n", {share, base::grouped(*row->n)})
                    : share;
        // Low weight and far ahead is overkill, but not where it delights (metrics 2.8).
        if (m_f.quadrant == metrics::Quadrant::Signature) {
            text += " \u00B7 ";
            text += words().text("quadrant.signature");
        }
        return text;
    }

    std::string age() const {
        return old_words(m_in, m_f.stale ? Overlay::Reliability : Overlay::Differentiation, m_id);
    }

    ChromeInput const& m_in;
    model::TouchpointId m_id;
    metrics::TouchpointFigures const& m_f;
};

}  // namespace

Callout callout_of(ChromeInput const& input, model::TouchpointId id, double unit, double widest) {
    Callout callout;
    callout.title = input.room.at(id).title;
    callout.lines = Speaker(input, id).lines();
    double const k = unit * input.physical.hand_type;
    callout.mark = pulled_size * unit;
    callout.title_size = layout::font_size_for_cap(title_cap) * k;
    callout.small_size = layout::font_size_for_cap(small_cap) * k;
    callout.pad = callout_pad * unit;
    double const around = callout.mark + 3 * callout.pad;
    double const room = std::max(1.0, widest - around);
    double const title =
        input.measure.width_em(callout.title, Weight::SemiBold) * callout.title_size;
    callout.title_size *= std::clamp(room / std::max(1.0, title), tightest, 1.0);
    double below = 0;
    for (std::string const& line : callout.lines) {
        below = std::max(below, input.measure.width_em(line, Weight::Medium) * callout.small_size);
    }
    callout.small_size *= std::min(1.0, room / std::max(1.0, below));
    auto const lines = static_cast<double>(callout.lines.size());
    callout.size = {
        around + std::min(room, std::max(title, below)),
        callout.title_size * 1.25 + callout.small_size * (0.1 + 1.3 * lines) + 2 * callout.pad};
    return callout;
}

}  // namespace scene
