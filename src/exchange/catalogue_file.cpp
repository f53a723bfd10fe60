#include "exchange/catalogue_file.hpp"

#include <map>
#include <stdexcept>

#include "exchange/json_reader.hpp"
#include "exchange/pack_files.hpp"

namespace exchange {
namespace {

[[noreturn]] void refuse(std::filesystem::path const& file, Place place, std::string const& text) {
    throw std::runtime_error(
        format({Severity::Error, file.string(), place.line, place.column, text}));
}

}  // namespace

base::Catalogue read_catalogue(std::filesystem::path const& file) {
    LoadedFile const loaded = load_file(file, max_file_bytes);
    if (!loaded.problem.empty()) refuse(file, {}, loaded.problem);
    JsonResult const parsed = read_json(loaded.bytes);
    if (parsed.fault) refuse(file, parsed.fault->place, parsed.fault->text);
    if (parsed.value->kind != JsonKind::Object) {
        refuse(file, {1, 1}, "a catalogue is an object of texts; begin it with {");
    }
    std::map<std::string, std::string, std::less<>> texts;
    for (JsonMember const& member : parsed.value->members) {
        if (member.value.kind != JsonKind::Text) {
            refuse(file, place_of(loaded.bytes, member.value.offset),
                   in_quotes(member.name) + " is not a text; write it in quotes");
        }
        texts.emplace(member.name, member.value.text);
    }
    return base::Catalogue(std::move(texts));
}

}  // namespace exchange
