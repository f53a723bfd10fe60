// Texts that line breaking and shaping must survive: long words, four scripts, emoji, rubbish.
// Used by the tests of layout and scene.
#pragma once

#include <string>
#include <vector>

namespace test {

inline std::string repeated(std::string const& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i)
        out += text;
    return out;
}

inline std::vector<std::string> sample_texts() {
    return {
        "",
        " ",
        "\n\n",
        "a",
        "Book the installation visit",
        "The engineer arrives, explains every step and leaves the kitchen clean",
        "Rechtsschutzversicherungsgesellschaften und "
        "Donaudampfschifffahrtsgesellschaftskapit\u00E4n",
        "Kundenzufrieden\u00ADheits\u00ADmessung f\u00FCr W\u00E4rme\u00ADpumpen\u00ADbesitzer",
        "one\ntwo\n\nfour with more words than fit\r\nfive",
        "tab\there \x01\x02 bell\x07 end\x7F",
        "broken \xFF\xC3 utf-8 \xE2\x82 here",
        "\u0627\u0644\u0639\u0645\u064A\u0644 \u064A\u062D\u062C\u0632 \u0645\u0648\u0639\u062F "
        "\u0627\u0644\u062A\u0631\u0643\u064A\u0628 \u0641\u064A 12 \u0645\u0627\u064A\u0648 "
        "(Northmoor)",
        "\u05D4\u05DC\u05E7\u05D5\u05D7 \u05DE\u05D6\u05DE\u05D9\u05DF Heat Pump 2000 "
        "\u05D1\u05D0\u05D9\u05E0\u05D8\u05E8\u05E0\u05D8",
        "Northmoor \u0627\u0644\u0639\u0645\u064A\u0644 visits \u064A\u062D\u062C\u0632 twice",
        "\u0917\u094D\u0930\u093E\u0939\u0915 \u0938\u094D\u0925\u093E\u092A\u0928\u093E "
        "\u0915\u093E \u0938\u092E\u092F \u0928\u093F\u0930\u094D\u0927\u093E\u0930\u093F\u0924 "
        "\u0915\u0930\u0924\u093E \u0939\u0948",
        "\u9867\u5BA2\u306F\u8A2D\u7F6E\u306E\u8A2A\u554F\u3092\u4E88\u7D04\u3057\u307E\u3059\u3002"
        "\u305D\u306E\u5F8C\u3001\u78BA\u8A8D\u30E1\u30FC\u30EB\u304C\u5C4A\u304F\u3002",
        "\u0E25\u0E39\u0E01\u0E04\u0E49\u0E32\u0E08\u0E2D\u0E07\u0E01\u0E32\u0E23\u0E15\u0E34\u0E14"
        "\u0E15\u0E31\u0E49\u0E07",
        "family \U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466 flag "
        "\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7 thumb \U0001F44D\U0001F3FD heart \u2764\uFE0F "
        "key 1\uFE0F\u20E3",
        "e\u0301e\u0301e\u0301 combining z\u0322\u0321\u0300\u0301\u0302\u0303\u0304 marks",
        "https://northmoor.example/customers/installation?visit=2024-05-12&slot=morning#confirm",
        "AVAVAVAV To Te Ty 11:11 11:11 fi ffi",
        repeated("x", 4096),
        repeated("The customer waits for a call back. ", 114),
        repeated("\u00FC\u0627\u0915\u9867\U0001F600", 300),
        repeated("word\u00A0", 60),
        repeated("\n", 50) + "end",
    };
}

}  // namespace test
