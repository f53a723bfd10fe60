// The keyboard on the wall: keys of at least 20 mm, letters with their accents on a page of their
// own, and the text above them.
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "scene/edit_controls.hpp"

namespace scene {
namespace {

// Design millimetres, see chrome_unit().
constexpr double key_side = 36;
constexpr double key_gap = 4;
constexpr double padding = 14;
constexpr double field_height = 58;
constexpr double smallest_key_mm = 20;
constexpr double columns = 11;

using Rows = std::array<std::string_view, 4>;
constexpr Rows letters = {"1234567890-", "qwertyuiop'", "asdfghjkl,;", "zxcvbnm.?!:"};
constexpr Rows capital_letters = {"1234567890-", "QWERTYUIOP'", "ASDFGHJKL,;", "ZXCVBNM.?!:"};
constexpr Rows further = {"1234567890/", "äöüßàâæçéèê", "ëîïñóôœùûåø", "áíúžščřłęąğ"};
constexpr Rows further_capitals = {"1234567890/", "ÄÖÜẞÀÂÆÇÉÈÊ", "ËÎÏÑÓÔŒÙÛÅØ", "ÁÍÚŽŠČŘŁĘĄĞ"};

Rows const& page_of(TextDraft const& draft) {
    if (draft.further_letters) return draft.capitals ? further_capitals : further;
    return draft.capitals ? capital_letters : letters;
}

class Keys {
public:
    Keys(ChromeInput const& input, double unit, Chrome& chrome)
        : m_in(input), m_chrome(chrome), m_draft(*input.view.editing.text) {
        double const smallest = smallest_key_mm * input.physical.px_per_mm;
        m_side = std::max(key_side * unit, smallest);
        m_gap = key_gap * unit;
        m_pad = padding * unit;
        m_field = field_height * unit;
    }

    void add_all() {
        double const width = columns * (m_side + m_gap) - m_gap + 2 * m_pad;
        double const height = m_field + 5 * (m_side + m_gap) - m_gap + 3 * m_pad;
        ScreenRect const area = m_chrome.map;
        m_paper = {area.centre().x - width / 2, area.bottom() - height, width, height};
        add(EditAction::Keyboard, m_paper, m_draft.text);
        double y = m_paper.y + 2 * m_pad + m_field;
        for (std::string_view const row : page_of(m_draft)) {
            characters(row, y);
            y += m_side + m_gap;
        }
        functions(y);
    }

private:
    Control& add(EditAction action, ScreenRect rect, std::string label) {
        return add_edit_control(m_chrome, action, rect, std::move(label));
    }

    void characters(std::string_view row, double y) {
        double x = m_paper.x + m_pad;
        for (std::size_t at = 0; at < row.size();) {
            std::size_t const from = at;
            base::next_code_point(row, at);
            add(EditAction::Key, {x, y, m_side, m_side}, std::string(row.substr(from, at - from)));
            x += m_side + m_gap;
        }
    }

    // Capitals, accents, space, erase, cancel, done: in columns of the keys above.
    void functions(double y) {
        double x = m_paper.x + m_pad;
        auto const wide = [&](double keys) {
            ScreenRect const rect{x, y, keys * (m_side + m_gap) - m_gap, m_side};
            x += keys * (m_side + m_gap);
            return rect;
        };
        auto const word = [&](char const* key) { return std::string(m_in.catalogue.text(key)); };
        add(EditAction::Capitals, wide(1.5), m_draft.capitals ? "abc" : "ABC");
        add(EditAction::FurtherLetters, wide(1.5), "äé").on = m_draft.further_letters;
        add(EditAction::Key, wide(2.5), " ");
        add(EditAction::Erase, wide(1.5), "⌫");
        add(EditAction::Cancel, wide(2), word("edit.cancel"));
        Control& finish = add(EditAction::Finish, wide(2), word("edit.finish"));
        finish.enabled = finish.on = !m_draft.text.empty();
    }

    ChromeInput const& m_in;
    Chrome& m_chrome;
    TextDraft const& m_draft;
    double m_side = 0;
    double m_gap = 0;
    double m_pad = 0;
    double m_field = 0;
    ScreenRect m_paper;
};

}  // namespace

void add_keyboard(ChromeInput const& input, double unit, Chrome& chrome) {
    Keys(input, unit, chrome).add_all();
}

ScreenRect typed_field(ScreenRect keyboard, double unit) {
    return {keyboard.x + padding * unit, keyboard.y + padding * unit,
            keyboard.w - 2 * padding * unit, field_height * unit};
}

}  // namespace scene
