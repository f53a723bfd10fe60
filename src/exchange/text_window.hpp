// A window over a stream of UTF-8 text: shows the bytes that a reader still needs and those after
// them, in bounded memory. The text is sound as far as it is shown. Must not know formats. Used by
// CsvReader for files that are larger than memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/input_file.hpp"

namespace exchange {

class TextWindow {
public:
    // A byte order mark is left out. What a reader keeps may be `most_kept` bytes long; the window
    // is longer by a block.
    TextWindow(ReadBytes read, std::size_t most_kept, std::size_t block_bytes = 256 * 1024);

    std::string_view text() const { return {m_bytes.data() + m_begin, m_sound - m_begin}; }

    // Drops what stands before `keep_from` in text() and shows what more there is after it; false
    // when the window stays as it is: at the end, at a fault, or when too much would be kept.
    bool advance(std::size_t keep_from);

    // Nothing more can come.
    bool ended() const { return m_ended; }
    // Why the text ends where it does; empty at a plain end.
    std::string const& fault() const { return m_fault; }

private:
    void take_more();
    void begin();
    void check();

    ReadBytes m_read;
    std::size_t m_most_kept;
    std::vector<char> m_bytes;
    std::size_t m_begin = 0;
    std::size_t m_sound = 0;   // end of the text that is known to be sound
    std::size_t m_filled = 0;  // end of what was read; an unfinished character may stand between
    bool m_started = false;
    bool m_ended = false;
    std::string m_fault;
};

}  // namespace exchange
