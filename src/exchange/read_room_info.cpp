// room.json: what the room is called and what it stands for.
#include <algorithm>

#include "base/color.hpp"
#include "exchange/json_file.hpp"

namespace exchange {
namespace {

constexpr double known_format = 1;
constexpr std::size_t max_theme_members = 200;

void check_format(JsonFile& file) {
    JsonMember const* const member = file.root().member("format");
    if (member == nullptr) {
        file.error(file.root(), R"("format" is missing; write "format": 1)");
        return;
    }
    JsonValue const& format = member->value;
    if (format.kind == JsonKind::Number && format.number > known_format) {
        file.error(format,
                   "the pack is newer than this program, which knows format 1; update the program");
    } else if (format.kind != JsonKind::Number || format.number != known_format) {
        file.error(format, "the format is not known; write \"format\": 1");
    }
}

std::optional<base::Period> read_default_period(JsonFile& file) {
    JsonValue const* const value = file.member(file.root(), "default_period", JsonKind::Text);
    if (value == nullptr || value->text.empty()) return std::nullopt;
    auto const period = base::parse_period(value->text);
    if (!period) {
        file.error(*value, in_quotes(value->text) +
                               " is not a period; write 2026-09, 2026-Q3 or 2026-07-01/2026-09-30");
    }
    return period;
}

std::optional<model::NorthStar> read_north_star(JsonFile& file) {
    JsonValue const* const value = file.member(file.root(), "north_star", JsonKind::Object);
    if (value == nullptr) return std::nullopt;
    file.warn_of_unknown_members(*value, {"statement", "rational", "emotional"});
    return model::NorthStar{file.text(*value, "statement"), file.texts(*value, "rational"),
                            file.texts(*value, "emotional")};
}

void check_theme_member(JsonFile& file, JsonMember const& member) {
    if (member.name == words::theme_customers) return;  // any word will do
    auto const& roles = words::theme_roles;
    if (std::find(roles.begin(), roles.end(), member.name) == roles.end()) {
        std::string names;
        for (std::string_view const role : roles)
            names += (names.empty() ? "" : ", ") + std::string(role);
        file.warning(member.offset,
                     in_quotes(member.name) +
                         " is not a colour of the wall and changes nothing; they are " + names);
    } else if (!base::parse_color(member.value.text)) {
        file.warning(
            member.value.offset,
            in_quotes(member.value.text) + " is not a colour and changes nothing; write #RRGGBB");
    }
}

std::vector<std::pair<std::string, std::string>> read_theme(JsonFile& file) {
    std::vector<std::pair<std::string, std::string>> theme;
    JsonValue const* const value = file.member(file.root(), "theme", JsonKind::Object);
    if (value == nullptr) return theme;
    if (value->members.size() > max_theme_members) {
        file.error(*value, "the theme has more than 200 members; keep the colours");
        return theme;
    }
    for (JsonMember const& member : value->members) {
        if (member.value.kind != JsonKind::Text) {
            file.error(member.value,
                       in_quotes(member.name) + " is not a text; write a colour as \"#RRGGBB\"");
            continue;
        }
        check_theme_member(file, member);
        theme.emplace_back(member.name, member.value.text);
    }
    return theme;
}

}  // namespace

void read_room_info(PackBuilder& pack) {
    auto file = JsonFile::open(pack, "room.json", Presence::Required);
    if (!file) return;
    JsonValue const& root = file->root();
    file->warn_of_unknown_members(
        root, {"format", "key", "title", "company", "language", "currency", "default_period",
               "north_star", "adjectives", "principles", "commitments", "theme"});
    check_format(*file);
    model::RoomInfo& info = pack.room.info;
    info.key = file->needed_key(root, "key");
    info.title = file->needed_text(root, "title");
    info.company = file->text(root, "company");
    info.language = file->text(root, "language");
    info.currency = file->text(root, "currency");
    info.default_period = read_default_period(*file);
    info.north_star = read_north_star(*file);
    info.adjectives = file->texts(root, "adjectives");
    info.principles = file->texts(root, "principles");
    info.commitments = file->texts(root, "commitments");
    info.theme = read_theme(*file);
}

}  // namespace exchange
