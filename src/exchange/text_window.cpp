#include "exchange/text_window.hpp"

#include <algorithm>
#include <cstring>
#include <span>

#include "base/utf8.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

constexpr std::size_t longest_character = 4;

}  // namespace

TextWindow::TextWindow(ReadBytes read, std::size_t most_kept, std::size_t block_bytes)
    : m_read(std::move(read)), m_most_kept(most_kept), m_bytes(most_kept + block_bytes) {
    take_more();
}

bool TextWindow::advance(std::size_t keep_from) {
    std::size_t const from = m_begin + keep_from;
    if (m_ended || m_sound - from > m_most_kept) return false;
    std::memmove(m_bytes.data(), m_bytes.data() + from, m_filled - from);
    m_begin = 0;
    m_sound -= from;
    m_filled -= from;
    take_more();
    return true;
}

void TextWindow::take_more() {
    while (m_filled < m_bytes.size() && !m_ended) {
        std::size_t const count = m_read(std::span(m_bytes).subspan(m_filled));
        m_filled += count;
        m_ended = count == 0;
    }
    check();
}

void TextWindow::begin() {
    std::string_view const start(m_bytes.data(), m_filled);
    m_started = true;
    m_begin = m_sound = start.size() - without_byte_order_mark(start).size();
    if (!is_utf16(start)) return;
    m_fault = std::string(utf16_problem);
    m_ended = true;
}

void TextWindow::check() {
    if (!m_started && m_filled < longest_character && !m_ended) return;
    if (!m_started) begin();
    if (!m_fault.empty()) return;
    std::string_view const fresh(m_bytes.data() + m_sound, m_filled - m_sound);
    std::size_t const nul = std::min(fresh.find('\0'), fresh.size());
    std::size_t const sound = base::first_invalid_utf8(fresh.substr(0, nul)).value_or(nul);
    m_sound += sound;
    bool const unfinished =
        nul == fresh.size() && !m_ended && fresh.size() - sound < longest_character;
    if (sound == fresh.size() || unfinished) return;
    m_fault = bad_byte_problem(fresh[sound]);
    m_ended = true;
}

}  // namespace exchange
